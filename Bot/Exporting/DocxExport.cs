using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Exporting;

/// <summary>The summary as an official document: title, issuing organ, where the period stands in words and in a table, then by unit and task the sections of each report, and as an annex the
/// problems that were reported. Written as it is read; only the problems are kept until the end.</summary>
internal static class DocxExport
{
    /// <summary>The paragraph of a template that the summary takes the place of; where there is none it comes at the end.</summary>
    public const string Place = "{{summary}}";

    /// <param name="template">An office's own document, whose styles, heads, feet and page it takes; null for the official form.</param>
    public static async Task WriteAsync(PeriodExport export, SaysNothing saysNothing, byte[]? template, Stream stream)
    {
        if (template is not null)
            await stream.WriteAsync(template);
        using var document = template is null ? WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document) : WordprocessingDocument.Open(stream, isEditable: true);
        var main = document.MainDocumentPart ?? document.AddMainDocumentPart();
        DocxParts.Complete(main);
        var (before, after, page) = Around(main);
        // What is in memory of the template would be written over what now streams into the part: a document of a thousand units never lies in memory whole.
        main.UnloadRootElement();
        using (var writer = OpenXmlWriter.Create(main))
        {
            writer.WriteStartElement(new Document());
            writer.WriteStartElement(new Body());
            before.ForEach(writer.WriteElement);
            WriteHead(export, writer);
            var problems = await WriteReportsAsync(export, saysNothing, writer);
            WriteFoot(export, writer);
            WriteProblems(export, problems, writer);
            after.ForEach(writer.WriteElement);
            writer.WriteElement(page);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        document.PackageProperties.Title = ExportTexts.Title(export.Plan.Title, export.Period.Period, export.Language);
    }

    /// <summary>What of the template stands before and behind the summary, and its page.</summary>
    private static (List<OpenXmlElement> Before, List<OpenXmlElement> After, SectionProperties Page) Around(MainDocumentPart main)
    {
        if (main.Document?.Body is not { } body)
            return ([], [], DocxParts.Page(main));
        var elements = body.Elements().Where(element => element is not SectionProperties).ToList();
        var place = elements.FindIndex(element => element is Paragraph && element.InnerText.Trim() == Place);
        var page = body.Elements<SectionProperties>().LastOrDefault()?.CloneNode(deep: true) as SectionProperties ?? DocxParts.Page(main);
        var copies = elements.ConvertAll(element => element.CloneNode(deep: true));
        return place < 0 ? (copies, [], page) : (copies[..place], copies[(place + 1)..], page);
    }

    private static void WriteHead(PeriodExport export, OpenXmlWriter writer)
    {
        var (plan, period, language) = (export.Plan, export.Period, export.Language);
        writer.WriteElement(Paragraph(ExportTexts.Title(plan.Title, period.Period, language), DocxParts.Title));
        if (plan.Issuer is { } issuer)
            writer.WriteElement(Paragraph(issuer, DocxParts.Organ));
        writer.WriteElement(Paragraph("", DocxParts.Text));
        writer.WriteElement(Paragraph(ExportTexts.Standing(export.Units, period, export.Now, export.Zone, language), DocxParts.Text));
        var overdue = export.Units.Where(unit => unit.Overdue > 0).ToList();
        if (overdue.Count > 0)
            writer.WriteElement(Paragraph(ExportTexts.Overdue(overdue, language), DocxParts.Text));
        var missing = export.Units.Where(unit => unit.Open > unit.Overdue).ToList();
        if (missing.Count > 0)
            writer.WriteElement(Paragraph(ExportTexts.Missing(missing, language), DocxParts.Text));
        if (export.Units.Count > 0)
        {
            writer.WriteElement(Paragraph(ExportTexts.OverviewCaption(language), DocxParts.Caption));
            DocxTable.Write(writer, ExportTexts.OverviewColumns(language), [10, 4, 4, 4, 6, 4, 6], new HashSet<int> { 1, 2, 3, 4, 5, 6 }, export.Units.Select(Figures).Append(Total(export)));
        }
        writer.WriteElement(Paragraph("", DocxParts.Text));
    }

    private static string[] Figures(UnitTally unit) => [unit.UnitName, .. new[] { unit.Owed - unit.Waived, unit.Reported, unit.Reported - unit.Late, unit.Late, unit.Open, unit.Overdue }.Select(Number)];

    private static string[] Total(PeriodExport export)
    {
        var units = export.Units;
        int[] sums =
        [
            units.Sum(unit => unit.Owed - unit.Waived), units.Sum(unit => unit.Reported), units.Sum(unit => unit.Reported - unit.Late), units.Sum(unit => unit.Late), units.Sum(unit => unit.Open), units.Sum(unit => unit.Overdue),
        ];
        return [ExportTexts.Total(export.Language), .. sums.Select(Number)];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <returns>What stands under problems, for the annex: unit, task, text.</returns>
    private static async Task<List<(string Unit, LedgerRow Task, string Text)>> WriteReportsAsync(PeriodExport export, SaysNothing saysNothing, OpenXmlWriter writer)
    {
        var section = export.Plan.Reporting.Sections.FirstOrDefault(section => section.Kind == SectionKind.Problems);
        var problems = new List<(string, LedgerRow, string)>();
        var (group, groups, items, isByTask) = (Guid.Empty, 0, 0, export.Order == ExportOrder.Task);
        await foreach (var row in export.Rows)
        {
            if ((isByTask ? row.Owed.TaskId : row.Owed.UnitId) is var its && its != group)
            {
                (group, groups, items) = (its, groups + 1, 0);
                writer.WriteElement(Paragraph(isByTask ? ExportTexts.TaskOfAll(groups, row.Owed, export.Language) : ExportTexts.UnitHeading(groups, row.Owed.UnitName, export.Language), DocxParts.Unit));
            }
            items++;
            writer.WriteElement(Paragraph(isByTask ? ExportTexts.UnitOfTask(items, row.Owed, export.Language) : ExportTexts.TaskHeading(items, row.Owed, export.Language), DocxParts.Task));
            WriteReport(export, row, writer);
            if (section is not null && row.Sections.GetValueOrDefault(section.Ordinal) is { } text && !saysNothing(text))
                problems.Add((row.Owed.UnitName, row.Owed, text));
        }
        return problems;
    }

    private static void WriteReport(PeriodExport export, ExportRow row, OpenXmlWriter writer)
    {
        if (row.Sections.Count == 0)
        {
            writer.WriteElement(Paragraph(ExportTexts.NotReported(row.Owed, export.Now, export.Language), DocxParts.Text));
            return;
        }
        foreach (var section in export.Plan.Reporting.Sections.OrderBy(section => section.Ordinal))
        {
            var lines = row.Sections.GetValueOrDefault(section.Ordinal, "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            writer.WriteElement(Paragraph(lines.Length > 0 ? lines[0] : "", DocxParts.Text, boldBefore: ExportTexts.SectionLabel(section.Name, export.Language)));
            foreach (var line in lines.Skip(1))
                writer.WriteElement(Paragraph(line, DocxParts.Text));
        }
        if (!row.Owed.IsOpen && row.Owed.State != ObligationState.Waived && row.Owed.IsLate)
            writer.WriteElement(Paragraph(ExportTexts.LateRemark(export.Language), DocxParts.Text));
    }

    /// <summary>What the reporting has cost stands at the end: it is for the office that asked, not for those who read how the tasks stand.</summary>
    private static void WriteFoot(PeriodExport export, OpenXmlWriter writer)
    {
        writer.WriteElement(Paragraph("", DocxParts.Text));
        writer.WriteElement(Paragraph(BurdenTexts.Summary(export.Period.Period, BurdenFigures.Of(export.Burden), export.Language), DocxParts.Text, boldBefore: ExportTexts.SectionLabel(BurdenTexts.Sheet(export.Language), export.Language)));
        writer.WriteElement(Paragraph("", DocxParts.Text));
        if (export.Plan.Issuer is { } issuer)
            writer.WriteElement(Paragraph(issuer, DocxParts.Signature));
        writer.WriteElement(Paragraph(ExportTexts.Day(Days.DayOf(export.Now, export.Zone), export.Language), DocxParts.Signature));
    }

    private static void WriteProblems(PeriodExport export, List<(string Unit, LedgerRow Task, string Text)> problems, OpenXmlWriter writer)
    {
        if (problems.Count == 0)
            return;
        writer.WriteElement(Paragraph(ExportTexts.Annex(export.Language), DocxParts.Unit, startsPage: true));
        writer.WriteElement(Paragraph(ExportTexts.ProblemsTitle(export.Period.Period, export.Language), DocxParts.Title));
        writer.WriteElement(Paragraph("", DocxParts.Text));
        DocxTable.Write(writer, ExportTexts.ProblemColumns(export.Language), [1, 3, 5, 7], new HashSet<int> { 0 },
            problems.Select((problem, index) => new[] { Number(index + 1), problem.Unit, TaskNames.Beginning(problem.Task.TaskTitle, problem.Task.TaskText), problem.Text }));
        writer.WriteElement(Paragraph("", DocxParts.Text));
    }

    private static Paragraph Paragraph(string text, string style, string boldBefore = "", bool startsPage = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (startsPage)
            properties.PageBreakBefore = new PageBreakBefore();
        var paragraph = new Paragraph(properties);
        if (boldBefore.Length > 0)
            paragraph.Append(new Run(new RunProperties(new Bold()), Words(boldBefore)));
        if (text.Length > 0)
            paragraph.Append(new Run(Words(text)));
        return paragraph;
    }

    private static Text Words(string text) => new(ExportTable.ForXml(text)) { Space = SpaceProcessingModeValues.Preserve };
}
