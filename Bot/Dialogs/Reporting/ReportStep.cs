using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <param name="Say">Said before the next question; null for nothing.</param>
/// <param name="Talk">Null when the report is filed, kept or dropped.</param>
/// <param name="IsUnderstood">False when the words were no answer.</param>
public sealed record ReportStep(Reply? Say, ReportTalk? Talk, bool IsUnderstood = true)
{
    /// <summary>存草稿: a text that has no task yet stays where it is kept.</summary>
    public bool IsPutAside { get; init; }

    /// <summary>What the figure counts that was put right or found wrong, so that the same can be said of another task; null for none.</summary>
    public string? Figure { get; init; }

    /// <summary>The same question again.</summary>
    public static ReportStep NotUnderstood(ReportTalk talk) => new(null, talk, IsUnderstood: false);

    /// <summary>Both, one under the other, with the buttons of the second; null when there is neither.</summary>
    internal static Reply? Joined(Reply? first, Reply? second) => first is null ? second : second is null ? first : second with { Text = $"{first.Text}\n\n{second.Text}" };
}
