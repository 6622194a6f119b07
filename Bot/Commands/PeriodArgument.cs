using PlanBot.Data.Model;
using PlanBot.Importing;

namespace PlanBot.Commands;

/// <summary>A period as it is typed: 2020Q1, or as notices and the chat have it, 2020年第一季度.</summary>
internal static class PeriodArgument
{
    /// <returns>Null for words that name none, or hold more than its name: a mistyped one is not taken for another.</returns>
    public static ReportingPeriod? Read(string words) =>
        ReportingPeriod.TryParse(words.Trim(), out var period) ? period
        : !words.Contains('年', StringComparison.Ordinal) ? null
        : !FirstPeriods.IsName(words.Trim()) ? null
        : FirstPeriods.Named(words.Trim(), words.Contains('季', StringComparison.Ordinal) ? Frequency.Quarterly : words.Contains("半年", StringComparison.Ordinal) ? Frequency.HalfYearly : words.Contains('月', StringComparison.Ordinal) ? Frequency.Monthly : Frequency.Yearly);
}
