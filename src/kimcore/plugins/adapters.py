"""Adapters: made by the factory of a descriptor when one is chosen, and checked against the port that they fill."""

from importlib import import_module
from inspect import get_annotations
from pathlib import PurePath
from typing import Any, TypeVar

from kimcore.errors import KimError, MissingExtra, PluginError
from kimcore.plugins.descriptors import Descriptor
from kimcore.plugins.status import visible

__all__ = ["made", "place_of", "told"]

P = TypeVar("P")


def made(descriptor: Descriptor, port: type[P], *arguments: object) -> P:
    """Return the adapter that a factory makes.

    Raises `MissingExtra` where its libraries are not installed, `PluginError` for a factory that does not load or fails
    and for an adapter that lacks part of the port; an error of kimcore that the factory raises passes.
    """
    factory = loaded(descriptor)
    try:
        adapter: P = factory(*arguments)
        lacking = missing(adapter, port)
    except KimError:
        raise
    except ModuleNotFoundError as error:
        raise lacks_library(descriptor, error) if descriptor.extra else failed(descriptor, error) from error
    except Exception as error:
        raise failed(descriptor, error) from error
    if lacking:
        raise incomplete(descriptor, port, lacking)
    return adapter


def loaded(descriptor: Descriptor) -> Any:
    """Import the factory of a descriptor; raise `MissingExtra` where its libraries are not installed."""
    if callable(descriptor.factory):
        return descriptor.factory
    module, _, name = descriptor.factory.partition(":")
    try:
        return getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        is_its_own = error.name == module or not descriptor.extra
        raise broken(descriptor, error) if is_its_own else lacks_library(descriptor, error) from error
    except Exception as error:
        raise broken(descriptor, error) from error


def missing(adapter: object, port: type) -> list[str]:
    """Return the public members of a port that an adapter lacks; a method that cannot be called is lacking."""
    needed = {name: member for base in port.__mro__ for name, member in vars(base).items() if not name.startswith("_")}
    needed |= {name: None for base in port.__mro__ for name in get_annotations(base)}
    return sorted(name for name, member in needed.items() if not has(adapter, name, callable(member)))


def has(adapter: object, name: str, is_method: bool) -> bool:
    """Tell whether an adapter has a member, and can be called by it where it is a method."""
    return hasattr(adapter, name) and (not is_method or callable(getattr(adapter, name)))


def told(error: BaseException) -> str:
    """Return an error in one line that can be shown."""
    try:
        words = error.en if isinstance(error, KimError) else " ".join(f"{type(error).__name__}: {error}".split())
    except Exception:
        words = type(error).__name__
    return visible(words)


def place_of(error: BaseException) -> str:
    """Return the kind of an error and where it was raised, without its message: that may hold what was passed."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return visible(f"{type(error).__name__}{where}")


def lacks_library(descriptor: Descriptor, error: Exception) -> KimError:
    """Return the error for an adapter whose extra is not installed."""
    how = f"pip install 'kimcore[{descriptor.extra}]'"
    en, id = f"{descriptor.name} needs an extra: {how}", f"{descriptor.name} memerlukan paket tambahan: {how}"
    return MissingExtra("missing_extra", en, id, extra=descriptor.extra, library=str(error))


def broken(descriptor: Descriptor, error: Exception) -> PluginError:
    """Return the error for an adapter that cannot be imported."""
    en = f"the adapter {descriptor.name} does not load: {told(error)}; update or block its plug-in"
    id = f"adaptor {descriptor.name} tidak dapat dimuat: {told(error)}; mutakhirkan atau blokir pengayanya"
    return PluginError("adapter_broken", en, id)


def failed(descriptor: Descriptor, error: Exception) -> PluginError:
    """Return the error for an adapter whose factory fails."""
    en = f"the adapter {descriptor.name} does not open: {told(error)}; update or block its plug-in"
    id = f"adaptor {descriptor.name} tidak dapat dibuka: {told(error)}; mutakhirkan atau blokir pengayanya"
    return PluginError("adapter_failed", en, id)


def incomplete(descriptor: Descriptor, port: type, lacking: list[str]) -> PluginError:
    """Return the error for an adapter that lacks part of its port."""
    names = ", ".join(lacking)
    en = f"the adapter {descriptor.name} is no {port.__name__}: it lacks {names}; update or block its plug-in"
    id = f"adaptor {descriptor.name} bukan {port.__name__}: tanpa {names}; mutakhirkan atau blokir pengayanya"
    return PluginError("adapter_incomplete", en, id)
