//! The sheet «Läs mig»: what the workbook is, and how it is filled in.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::import::workbook::FOLDER;
use crate::import::workbook::GUIDE;
use crate::import::workbook::QUARTER;
use crate::scaffold::workbook::Wanted;
use crate::scaffold::workbook::look::Look;

/// What is said of each sheet and of the whole, in the order of a person's work.
const ADVICE: [(&str, &str); 9] = [
    (
        "Rubrikerna",
        "Håll pekaren över en rubrik för att se vad kolumnen betyder. Mörka rubriker måste fyllas i. Ändra inga \
         rubriker, och döp inte om något blad.",
    ),
    (
        "Beslut",
        "Ett beslut per rad. De rader som redan är ifyllda står i kvartalets fil. Nya beslut skrivs på raderna under, \
         som redan har ett id. En rad med bara id är tom och läses inte. Ändra aldrig ett id.",
    ),
    ("Datum", "Skriv år, månad och dag: 2024-01-05."),
    (
        "Flera värden i en cell",
        "delvis skrivs «2026-02-16: halva tiden», erbjudanden «2026-05-19 nej; 2026-06-02 ja» och rapporterat \
         «2026-07-14; 2026-10-13».",
    ),
    (
        "Pågående",
        "Antalet pågående beslut per insats vid kvartalets slut: antingen totalt, eller delat på kön. En rad utan \
         antal läses inte.",
    ),
    (
        "Utförare, Texter och Handlingar",
        "Det som står här ersätter det som står i kvartalets fil. En rad som tas bort försvinner också ur filen. \
         Det som är kvar som det var rörs inte. En utförare utan svar i kolumnen rapporterat tas inte med.",
    ),
    ("Ord", "Vad orden i listorna betyder."),
    (
        "När du är klar",
        "Spara arbetsboken, stäng den och skriv «evb importera» och arbetsbokens sökväg. Programmet visar vad som \
         skulle ändras innan något skrivs.",
    ),
    (
        "Sekretess",
        "Raderna gäller enskilda, också utan namn och personnummer. Skriv inga namn och inga personnummer, mejla inte \
         arbetsboken, och ta bort den när den är inläst.",
    ),
];

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    wanted: &Wanted<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(GUIDE)?;
    sheet.set_column_width(0, 30)?;
    sheet.set_column_width(1, 100)?;
    sheet.set_screen_gridlines(false);
    sheet.set_row_height(0, 26)?;
    sheet.write_string_with_format(0, 0, "Ej verkställda beslut", &look.title)?;
    let known = [
        ("nämnd", wanted.namnd.to_owned()),
        (FOLDER, wanted.folder.to_owned()),
        (QUARTER, wanted.quarter.to_string()),
    ];
    let mut row = 1;
    for (name, said) in known {
        row += 1;
        sheet.write_string_with_format(row, 0, name, &look.label)?;
        sheet.write_string_with_format(row, 1, said, &look.prose)?;
    }
    row += 2;
    sheet.write_string_with_format(row, 0, "Så fylls arbetsboken i", &look.heading)?;
    for (about, said) in ADVICE {
        row += 1;
        // Lines of about a hundred characters fit the column.
        let lines = u32::try_from(said.chars().count().div_ceil(105)).unwrap_or(1);
        sheet.set_row_height(row, f64::from(lines) * 15.0 + 5.0)?;
        sheet.write_string_with_format(row, 0, about, &look.label)?;
        sheet.write_string_with_format(row, 1, said, &look.prose)?;
    }
    Ok(())
}
