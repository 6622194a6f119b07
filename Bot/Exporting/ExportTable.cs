using System.Globalization;
using System.Text;
using System.Xml;
using PlanBot.Data.Queries;
using PlanBot.Texts;

namespace PlanBot.Exporting;

/// <summary>The table that csv and Excel share: its columns, and a row's cells.</summary>
internal static class ExportTable
{
    public static IReadOnlyList<string> Columns(PeriodExport export) =>
    [
        .. ExportTexts.ColumnsBefore(export.Language), .. export.Plan.Reporting.Sections.OrderBy(section => section.Ordinal).Select(section => section.Name), .. ExportTexts.ColumnsAfter(export.Language),
    ];

    public static IReadOnlyList<string> Cells(PeriodExport export, ExportRow row)
    {
        var owed = row.Owed;
        return
        [
            owed.UnitName, Number(owed.UnitTaskOrdinal), owed.TaskNumber ?? "", owed.TaskTitle ?? "", owed.TaskText, ExportTexts.Role(owed.Role, export.Language),
            ExportTexts.State(owed.State, export.Language), ExportTexts.Lateness(owed, export.Now, export.Language),
            .. export.Plan.Reporting.Sections.OrderBy(section => section.Ordinal).Select(section => row.Sections.GetValueOrDefault(section.Ordinal, "")),
            owed.Version > 0 ? Number(owed.Version) : "", owed.SubmittedAt is { } at && !owed.IsOpen ? Days.Moment(at, export.Zone) : "", Days.Iso(owed.DueOn),
        ];
    }

    /// <summary>Text as XML can hold it: control characters and broken surrogates, which no office program opens, become a space.</summary>
    public static string ForXml(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text, i++, 2);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : ' ');
        }
        return clean.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
