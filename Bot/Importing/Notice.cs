using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>What a notice says, before anything is stored: the preview that a person checks. Every string is the notice's own;
/// only <see cref="NoticeUnit.Name"/> and a nested <see cref="NoticeTask.Number"/> are put together from two places of it.</summary>
public sealed record Notice
{
    public required NoticePlan Plan { get; init; }

    /// <summary>In the notice's order; empty when its attachment is missing, which a warning then says.</summary>
    public required IReadOnlyList<NoticeTask> Tasks { get; init; }

    /// <summary>Titles of the papers that it says it carries out, without their marks; the plan above may be among them.</summary>
    public IReadOnlyList<string> RestsOn { get; init; } = [];

    /// <summary>What could not be placed or was filled in, by line.</summary>
    public required IReadOnlyList<NoticeWarning> Warnings { get; init; }
}

/// <remarks>Dates are ISO text cut at the known precision, as in <see cref="DatedText"/>.</remarks>
public sealed record NoticePlan
{
    public string? Title { get; init; }

    /// <summary>As the notice writes it: 市工业和信息化局, not completed by the city's name.</summary>
    public string? Issuer { get; init; }
    public string? DocumentNumber { get; init; }

    /// <summary>The date under the signature, not the day a page was published.</summary>
    public string? IssuedOn { get; init; }

    /// <summary>First and last year of the plan, e.g. 2018 and 2020.</summary>
    public string? StartsOn { get; init; }
    public string? EndsOn { get; init; }

    /// <summary>Null when the notice asks for no report.</summary>
    public NoticeReporting? Reporting { get; init; }
    public NoticeContact? Contact { get; init; }
}

/// <summary>The reporting rule as the notice states it (报送要求).</summary>
public sealed record NoticeReporting
{
    public required Frequency Frequency { get; init; }

    /// <summary>Null when the notice names no due day, or one that no rule expresses; a warning then says so.</summary>
    public DueRule? DueRule { get; init; }

    /// <summary>The one named by 从…起, else the one the notice's date lies in; null when neither is known.</summary>
    public ReportingPeriod? FirstPeriod { get; init; }

    /// <summary>The sentence that states the rule, and the line of its paragraph, counted from 1.</summary>
    public required string Evidence { get; init; }
    public required int Line { get; init; }

    /// <summary>Names in the notice's order; empty when it names none.</summary>
    public required IReadOnlyList<string> Sections { get; init; }
    public string? Recipient { get; init; }

    /// <summary>Only lead units owe a report.</summary>
    public bool LeadOnly { get; init; }

    /// <summary>A leader must approve a report before it is handed in (经主要领导审阅同意后).</summary>
    public bool NeedsSignOff { get; init; }
}

public sealed record NoticeTask
{
    /// <summary>As printed, nested ones joined: 1, （五）1. Labels repeat between chapters, so this is no key.</summary>
    public string? Number { get; init; }

    /// <summary>The opening words, where the text sets some apart; they are part of <see cref="Text"/> too.</summary>
    public string? Title { get; init; }
    public required string Text { get; init; }

    /// <summary>Line of the source, counted from 1.</summary>
    public required int Line { get; init; }
    public DatedText? Deadline { get; init; }
    public IReadOnlyList<DatedText> Milestones { get; init; } = [];

    /// <summary>In the notice's order.</summary>
    public required IReadOnlyList<NoticeUnit> Units { get; init; }
}

/// <param name="Name">With the level word that the list shares: 区工信委.</param>
/// <param name="Raw">As written: 工信委.</param>
/// <param name="Kind">A group (各区) is one addressee here; who belongs to it is decided later, by a dated list.</param>
public sealed record NoticeUnit(string Name, string Raw, AssignmentRole Role, UnitKind Kind);

/// <param name="Line">Counted from 1.</param>
/// <param name="Subject">The words of the notice that it is about; empty when it is about the line.</param>
/// <param name="Detail">What was read or filled in instead; empty for most.</param>
public sealed record NoticeWarning(int Line, NoticeIssue Issue, string Subject = "", string Detail = "")
{
    public string Message(Language language = Language.Chinese) => NoticeTexts.For(Issue, Subject, Detail, language);
}

/// <summary>Why a file is not read as a notice.</summary>
/// <param name="Line">Null when the whole file is meant.</param>
public sealed record NoticeRefusal(NoticeIssue Issue, int? Line = null, string Subject = "")
{
    public string Message(Language language = Language.Chinese) => NoticeTexts.For(Issue, Subject, "", language);
}

/// <summary>What reading a file gave: exactly one of the two is set.</summary>
public sealed record NoticeReading
{
    private NoticeReading() { }

    public Notice? Notice { get; private init; }
    public NoticeRefusal? Refusal { get; private init; }

    /// <summary>What it was read from; kept so that a line can be shown beside what was made of it.</summary>
    internal NoticeSource? Source { get; init; }

    /// <summary>Lines of the source as written, a table's row with bars between its cells; lines that hold nothing are not among them.</summary>
    public IReadOnlyDictionary<int, string> Lines()
    {
        var lines = new Dictionary<int, string>();
        foreach (var row in (Source?.Tables ?? []).SelectMany(table => table.Rows.Prepend(table.Header)))
            lines.TryAdd(row.Line, string.Join(" | ", row.Cells.Select(cell => cell.Raw)));
        foreach (var line in Source?.Lines ?? [])
            lines.TryAdd(line.Line, line.Raw);
        return lines;
    }

    internal static NoticeReading Of(Notice notice, NoticeSource source) => new() { Notice = notice, Source = source };
    public static NoticeReading Refused(NoticeIssue issue, int? line = null, string subject = "") => new() { Refusal = new(issue, line, subject) };
}
