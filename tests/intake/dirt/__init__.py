"""Field dirt: what officers type into a register, with what each cell means, made up without any reader of kimcore."""
