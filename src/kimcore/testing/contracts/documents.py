"""Laws of documents: what is put comes back as it was, is never taken for another, and is listed in order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.errors import Conflict, InvalidValue, StorageError
from kimcore.ports import Document, StorageBackend
from kimcore.testing.contracts.opening import FolderAt, Opening
from kimcore.testing.contracts.records import LOOKALIKES, document, ids, pages, put_all
from kimcore.testing.stored import documents

__all__ = ["DocumentLaws"]

LONG = "\U0001f3f3" * 255


class DocumentLaws(Opening):
    """Documents: revisions, conflicts, order, pages, any text."""

    def test_a_document_comes_back(self, store: StorageBackend) -> None:
        """Every field of a document comes back, with revision 1 at first and 2 after it was put over 1."""
        first = document(payload='{"name":"KIM Contoh"}', schema=3, key="k")
        second = document(payload="[]", schema=4, key="l", office="99.02")
        for revision, each in enumerate((first, second), 1):
            with store.unit_of_work() as unit:
                stored = unit.put(each, expected=revision - 1)
                unit.commit()
            assert stored.revision == revision
            with store.unit_of_work() as unit:
                assert unit.get("kim", "a") == stored
            assert (stored.payload, stored.schema, stored.key, stored.office) == (
                each.payload,
                each.schema,
                each.key,
                each.office,
            )

    def test_what_is_not_there_is_none(self, store: StorageBackend) -> None:
        """A document that was never put is None, and a kind without documents is an empty list."""
        put_all(store, document("a"))
        with store.unit_of_work() as unit:
            assert unit.get("kim", "b") is None
            assert unit.get("issue", "a") is None
            assert list(unit.documents("issue")) == []

    def test_a_put_over_another_revision_is_a_conflict(self, store: StorageBackend) -> None:
        """`Conflict` names the revision expected and the one stored (0: none), and the stored document stays."""
        put_all(store, document("a", "first"))
        for id, expected, actual in (("a", 0, 1), ("a", 2, 1), ("b", 1, 0)):
            with store.unit_of_work() as unit:
                with pytest.raises(Conflict) as caught:
                    unit.put(document(id, "second"), expected=expected)
                unit.commit()
            assert (caught.value.expected, caught.value.actual) == (expected, actual)
        with store.unit_of_work() as unit:
            assert [(d.id, d.payload, d.revision) for d in unit.documents("kim")] == [("a", "first", 1)]

    def test_a_removal_needs_the_revision(self, store: StorageBackend) -> None:
        """A document is removed over its own revision alone, and may then be made anew, from revision 1."""
        put_all(store, document("a"), document("b"))
        with store.unit_of_work() as unit:
            for id, expected, actual in (("a", 2, 1), ("c", 1, 0)):
                with pytest.raises(Conflict) as caught:
                    unit.remove("kim", id, expected=expected)
                assert (caught.value.expected, caught.value.actual) == (expected, actual)
            unit.remove("kim", "a", expected=1)
            assert unit.get("kim", "a") is None
            unit.commit()
        assert ids(store) == ["b"]
        put_all(store, document("a"))
        assert ids(store) == ["a", "b"]

    def test_removing_nothing_is_a_mistake(self, store: StorageBackend) -> None:
        """A removal that expects no document (revision 0) is refused with `InvalidValue`, there or not.

        It takes no right to write: another unit may write meanwhile.
        """
        put_all(store, document("a"))
        with store.unit_of_work() as unit:
            for id in ("a", "b"):
                with pytest.raises(InvalidValue):
                    unit.remove("kim", id, expected=0)
            put_all(store, document("c"))
        assert ids(store) == ["a", "c"]

    def test_kinds_and_offices_are_kept_apart(self, store: StorageBackend) -> None:
        """A list holds the documents of the kind and of the office asked for, and of no office that begins alike."""
        issue = document("a", kind="issue")
        put_all(store, document("b"), document("a"), document("c", office="99.02"), issue, document("d", kind="Kim"))
        assert ids(store) == ["a", "b", "c"]
        assert ids(store, "99.01") == ["a", "b"]
        assert ids(store, "99.02") == ["c"]
        assert ids(store, "99") == ids(store, "99.01 ") == ids(store, "%") == []
        assert ids(store, kind="issue") == ["a"]

    def test_lookalikes_are_different_documents(self, store: StorageBackend) -> None:
        """Ids, kinds, offices, payloads and keys keep case, blanks, NUL and form; none is taken for another."""
        put_all(store, *(document(t, t, office=t, key=t) for t in LOOKALIKES))
        put_all(store, *(document("z", t, kind=t) for t in LOOKALIKES))
        with store.unit_of_work() as unit:
            for text in LOOKALIKES:
                assert unit.get("kim", text) == document(text, text, office=text, key=text, revision=1)
                assert unit.get(text, "z") == document("z", text, kind=text, revision=1)
                assert [d.id for d in unit.documents("kim", text)] == [text]

    def test_documents_are_ordered_by_code_points(self, store: StorageBackend) -> None:
        """A list is sorted as Python sorts texts: capitals first, U+FFFF before U+10000, accents by their code."""
        put_all(store, *map(document, LOOKALIKES))
        assert ids(store) == sorted(LOOKALIKES)

    def test_pages_of_documents_join_to_the_list(self, store: StorageBackend) -> None:
        """Pages of any size, each behind the last id of the one before, give every document once and in order."""
        put_all(store, *map(document, LOOKALIKES), *(document(t, office="99.02") for t in ("a1", "a2", "b")))
        with store.unit_of_work() as unit:
            for office in (None, "99.01", "99.02"):
                every = list(unit.documents("kim", office))
                for limit in (1, 2, 3, len(every) - 1, len(every), len(every) + 1):
                    assert every == pages(
                        lambda after, size, office=office: unit.documents("kim", office, after=after, limit=size),  # type: ignore[misc]
                        lambda d: d.id,
                        limit,
                        len(every),
                    )

    def test_a_cursor_need_not_be_stored(self, store: StorageBackend) -> None:
        """A page begins behind any text, also one that is no id, or no longer; a limit of 0 gives nothing."""
        put_all(store, *map(document, ("", "a", "b", "c")))
        with store.unit_of_work() as unit:
            asked = (None, "", "a", "a\x00", "aa", "b", "c", "d")
            found = ["".join(d.id or "-" for d in unit.documents("kim", after=after, limit=2)) for after in asked]
            assert found == ["-a", "ab", "bc", "bc", "bc", "c", "", ""]
            assert list(unit.documents("kim", limit=0)) == []

    def test_many_documents_are_listed_once(self, folder_at: FolderAt) -> None:
        """Whatever the number, every document is listed once, also while the unit that lists them writes over them."""
        for count in self.sizes:
            with self.ready(folder_at(str(count))) as opened:
                put_all(opened, *(document(f"{n:04}") for n in range(count)))
                with opened.unit_of_work() as unit:
                    for each in unit.documents("kim"):
                        unit.put(each, expected=each.revision)
                    unit.commit()
                with opened.unit_of_work() as unit:
                    found = [(d.id, d.revision) for d in unit.documents("kim")]
                assert found == [(f"{n:04}", 2) for n in range(count)]

    def test_long_texts_come_back(self, store: StorageBackend) -> None:
        """An id of 255 characters of any plane and a payload of a million are stored whole."""
        put_all(store, document(LONG, "x" * 1_000_000 + "y"), document(LONG[:-1]))
        with store.unit_of_work() as unit:
            assert [len(d.id) for d in unit.documents("kim")] == [254, 255]
            found = unit.get("kim", LONG)
        assert found is not None
        assert (len(found.payload), found.payload[-1]) == (1_000_001, "y")

    def test_what_is_no_text_is_refused(self, store: StorageBackend) -> None:
        """Half of a surrogate pair is refused with `value_unstorable`, by an error that does not show the text."""
        for field in ("kind", "id", "office", "payload", "key"):
            with pytest.raises(StorageError) as caught, store.unit_of_work() as unit:
                unit.put(document(**{field: "secret\ud800"}), expected=0)
            assert caught.value.code == "value_unstorable"
            assert "secret" not in str(caught.value)
        assert ids(store) == []

    def test_any_text_comes_back(self, store: StorageBackend) -> None:
        """Any Unicode text is stored as it is, never taken for another, and listed in the order of code points."""

        @settings(deadline=None, max_examples=self.examples)
        @given(st.lists(documents(), unique_by=lambda d: (d.kind, d.id)))
        def every(many: list[Document]) -> None:
            with store.unit_of_work() as unit:
                put = [unit.put(each, expected=0) for each in many]
                assert [unit.get(d.kind, d.id) for d in many] == put
                for kind in {d.kind for d in many}:
                    assert list(unit.documents(kind)) == sorted((d for d in put if d.kind == kind), key=lambda d: d.id)

        every()
