using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing.Contacts;

/// <summary>An empty list of contacts to be filled in: the plan's units are there already, with a sheet that explains the columns.</summary>
public static class ContactTemplate
{
    // Styles of the workbook below, by position.
    private const uint AsText = 1;
    private const uint Heading = 2;

    /// <summary>Of two units with one name each stands under its full name, by which the list is read back.</summary>
    private static IEnumerable<string> NamesOf(IReadOnlyList<Unit> units)
    {
        var shared = units.GroupBy(unit => unit.Name).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        return units.Select(unit => shared.Contains(unit.Name) ? unit.FullName : unit.Name);
    }

    /// <summary>With a byte order mark, without which Excel reads it as something else. The explanation stands below the list, where it is not read.</summary>
    public static byte[] Csv(IReadOnlyList<Unit> units)
    {
        var text = new StringBuilder().AppendJoin(',', ContactTemplateTexts.Columns.Select(column => column.Heading)).Append("\r\n");
        foreach (var name in NamesOf(units))
            text.Append(name).Append(',', ContactTemplateTexts.Columns.Count - 1).Append("\r\n");
        foreach (var line in ContactTemplateTexts.Explanation)
            text.Append("\"说明：").Append(line.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').Append(',', ContactTemplateTexts.Columns.Count - 1).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static byte[] Xlsx(IReadOnlyList<Unit> units)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            workbook.Workbook = new Workbook(new Sheets(
                Add(workbook, 1, ContactTemplateTexts.ListSheet, ListOf(units)), Add(workbook, 2, ContactTemplateTexts.ExplanationSheet, Explanation())));
        }
        return stream.ToArray();
    }

    private static Sheet Add(WorkbookPart workbook, uint number, string name, Worksheet worksheet)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = worksheet;
        return new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = name };
    }

    private static Worksheet ListOf(IReadOnlyList<Unit> units)
    {
        var columns = ContactTemplateTexts.Columns;
        var role = columns.TakeWhile(column => column.Heading != ContactTemplateTexts.RoleHeading).Count();
        var roles = new DataValidation(new Formula1($"\"{string.Join(',', ContactTemplateTexts.Roles)}\""))
        {
            Type = DataValidationValues.List, AllowBlank = true,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Spreadsheets.CellName.Of(role, 2)}:{Spreadsheets.CellName.Of(role, 2000)}" },
        };
        // Text, so that a telephone number stays as it is typed; the heading stays in view.
        return new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true, Style = AsText })),
            new SheetData([RowOf(columns.Select(column => column.Heading), Heading), .. NamesOf(units).Select(name => RowOf([name], AsText))]),
            new DataValidations(roles) { Count = 1 });
    }

    private static Worksheet Explanation() => new(
        new Columns(new Column { Min = 1, Max = 1, Width = 110, CustomWidth = true }),
        new SheetData(ContactTemplateTexts.Explanation.Select(line => RowOf([line], AsText))));

    private static Row RowOf(IEnumerable<string> cells, uint style) =>
        new(cells.Select(cell => new Cell(new InlineString(new Text(cell))) { DataType = CellValues.InlineString, StyleIndex = style }));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, FontId = 1, ApplyFont = true }));
}
