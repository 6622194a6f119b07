namespace PlanBot.Dialogs.Reporting;

/// <summary>Where a conversation about a report stands: a form, or a choice to be made before there can be one.</summary>
public sealed record ReportTalk
{
    public required ReportRequest Request { get; init; }

    /// <summary>Null while a choice is open.</summary>
    public ReportForm? Form { get; init; }

    public ReportChoice? Choice { get; init; }

    /// <summary>Under which the text that waits for its task is kept; null when none waits.</summary>
    public Guid? KeptId { get; init; }

    /// <summary>Said before the open question: where the last answer went. Null when nothing was written just now.</summary>
    public string? Echo { get; init; }

    /// <summary>What was said at the summary and not understood, as typed: it may have been a correction. Null when all was.</summary>
    public string? Unread { get; init; }

    /// <summary>What was said to the question for a section and may be its text, as typed: whether it is, is asked first. Null when nothing is in doubt.</summary>
    public string? Doubt { get; init; }
}

/// <summary>What started it.</summary>
/// <param name="UnitId">Chosen or named; null while open.</param>
/// <param name="Period">Key of the period chosen or named; null for the one in question.</param>
/// <param name="PeriodIsChosen">The contact has said whether a new report corrects this period or is early for the next.</param>
/// <param name="File">Name of the file that the words were read from; null when they were typed.</param>
public sealed record ReportRequest(ReportRequestKind Kind, string Said, Guid? PlanId = null, Guid? UnitId = null, string? Period = null, bool PeriodIsChosen = false, string? File = null);

public enum ReportRequestKind
{
    /// <summary>A report, with labels or without.</summary>
    Text = 1,

    /// <summary>立即填报, 第二项: the wish to report; the words hold no report.</summary>
    Start = 2,

    /// <summary>本季无新进展.</summary>
    Nil = 3,

    /// <summary>第二项问题改成…</summary>
    Correction = 4,

    /// <summary>填报表单.</summary>
    Form = 5,

    /// <summary>照搬上一季.</summary>
    CarryOver = 6,
}

/// <summary>Two or more ways to go on; the answer is one of their words.</summary>
public sealed record ReportChoice(ReportChoiceKind Kind, IReadOnlyList<ReportOption> Options);

/// <param name="Words">What the button says, and what may be typed.</param>
public sealed record ReportOption(string Words, ReportRequest Request);

public enum ReportChoiceKind
{
    WhichUnit = 1,

    /// <summary>All is reported: a correction, or early for the next period?</summary>
    WhichPeriod = 2,
}
