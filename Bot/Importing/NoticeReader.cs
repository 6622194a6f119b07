using PlanBot.Importing.Sources;
using PlanBot.Importing.Tables;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Reads an official notice that assigns tasks to units. Each pass does one thing and leaves to the next the lines that it did not take:
/// text, lines, header, task tables, numbered paragraphs, reporting rule, contact.</summary>
public static class NoticeReader
{
    /// <param name="fileName">Names a format that is not read; the content decides what the file is.</param>
    /// <returns>The preview, or one reason why there is none. Never throws at what a file holds.</returns>
    public static NoticeReading Read(byte[] content, string fileName)
    {
        var opened = NoticeSources.Open(content, fileName);
        return opened.Source is null ? NoticeReading.Refused(opened.Refusal!.Issue, opened.Refusal.Line, opened.Refusal.Subject) : Read(opened.Source);
    }

    /// <summary>The text of printed pages, each line as it stood on them.</summary>
    public static NoticeReading ReadPrinted(byte[] content)
    {
        var (text, refusal) = SourceText.Read(content);
        if (text is null)
            return NoticeReading.Refused(refusal!.Issue, refusal.Line, refusal.Subject);
        var (printed, brokenAt) = PrintedText.Read(text);
        return brokenAt is { } line ? NoticeReading.Refused(NoticeIssue.PrintedTable, line) : ReadText(printed);
    }

    /// <summary>Words that a person pasted.</summary>
    public static NoticeReading ReadText(string text) =>
        string.IsNullOrWhiteSpace(text) ? NoticeReading.Refused(NoticeIssue.EmptyFile) : Read(NoticeSource.OfText(text));

    private static NoticeReading Read(NoticeSource source)
    {
        source = source with { Lines = PageFrame.WithoutPageNumbers(PageFrame.WithoutFoot(source.Lines)) };
        var remarks = new Remarks();
        var unitColumns = new UnitColumns(source.Lines, remarks);
        IReadOnlyList<SourceTable> tables = [.. source.Tables.Concat(DrawnTables.Find(DrawnTables.Outside(source.Lines, source.Tables), remarks)).Select(unitColumns.Unfolded)];
        // A line with bars is known for a table by every pass; of other tables only the cells are.
        var lines = DrawnTables.Outside(source.Lines, [.. tables.Where(table => table.IsExact)]);
        var header = NoticeHeader.Read(lines, remarks);
        var (tasks, others) = Tasks(lines, tables, header, remarks);
        List<Passage> paragraphs = [.. Paragraphs.Of(others), .. tables.SelectMany(table => table.Rows).Select(TableNotes.Demand).OfType<Passage>()];
        var reporting = ReportingPass.Read(paragraphs, header.IssuedOn, remarks);
        if (tasks.Count == 0 && UnreadLayouts.Refusal(lines, tables) is { } refusal)
            return NoticeReading.Refused(refusal.Issue, refusal.Line, refusal.Subject);
        // A letter that sends its tasks along says nothing of its own that would be one.
        if (tasks.Count == 0 && !WhatIsMissing.AnnouncesTasks(lines))
            (tasks, others) = ProseTasks.Read(others, header, remarks);
        if (tasks.Count == 0 && reporting is null && !header.HasNoticeTitle && !Letters.IsLetter(lines))
            return NoticeReading.Refused(NoticeIssue.NotANotice);
        var contact = ContactPass.Read([.. others, .. tables.SelectMany(table => table.Rows).Select(TableNotes.Contact).OfType<Passage>()], remarks);
        tasks = StatedRoles.Apply(tasks, lines);
        WhatIsMissing.Remark(lines, header, tasks, remarks);
        if (reporting is { LeadOnly: true })
            WhatIsMissing.RemarkTasksWithoutLead(tasks, remarks);
        return NoticeReading.Of(new Notice
        {
            Plan = new NoticePlan
            {
                Title = header.Title?.Raw,
                Issuer = header.Issuer,
                DocumentNumber = header.DocumentNumber,
                IssuedOn = header.IssuedOn,
                StartsOn = header.Years.First?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture),
                EndsOn = header.Years.Last?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture),
                Reporting = reporting,
                Contact = contact,
            },
            Tasks = tasks,
            RestsOn = RestsOn.Find(others),
            Warnings = remarks.All,
        }, source);
    }

    /// <summary>Tasks of tables and of paragraphs in the order of their lines, and the lines that hold none.</summary>
    private static (IReadOnlyList<NoticeTask> Tasks, IReadOnlyList<Passage> Others) Tasks(
        IReadOnlyList<Passage> lines, IReadOnlyList<SourceTable> tables, NoticeHeader header, Remarks remarks)
    {
        var units = new UnitReader(header.Issuer, remarks);
        var texts = new TaskTexts(new Milestones(header.Years, remarks));
        var deadlines = new Deadlines(header.Years, remarks);
        var taskTables = new TaskTables(units, texts, deadlines, remarks);
        var inTables = tables.SelectMany(taskTables.Read).ToList();
        var outside = DrawnTables.Outside(lines, tables);
        var (inParagraphs, taken) = new NumberedTasks(units, texts, deadlines, remarks).Read(outside);
        return ([.. inTables.Concat(inParagraphs).OrderBy(task => task.Line)], [.. outside.Where(line => !taken.Contains(line.Line))]);
    }
}
