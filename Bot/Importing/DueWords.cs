using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>The words of a sentence that name a due day, and what they mean.</summary>
/// <param name="Rule">Null when no rule expresses them.</param>
/// <param name="Frequency">As far as the same words tell it.</param>
/// <param name="IsNamedByHandIn">从…起 then names the period in which the first report is handed in, which is about the one before.</param>
/// <param name="IsPeriodUnclear">Early in a period, and nothing says whether the report is about that one or the last.</param>
internal sealed record DueWords(string Words, DueRule? Rule, Frequency? Frequency, bool IsNamedByHandIn = false, bool IsPeriodUnclear = false)
{
    /// <summary>The first of the days that are named with their dates; else null.</summary>
    public DateOnly? FirstDue { get; init; }
}
