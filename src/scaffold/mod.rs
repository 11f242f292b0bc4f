//! What is known → the text of a new `namnd.yaml`, of the next quarter, and a
//! workbook to fill in.
