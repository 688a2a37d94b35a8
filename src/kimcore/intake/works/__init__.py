"""The sheets of chapter IV: what office and KIMs do together, as rows of the workbook."""
