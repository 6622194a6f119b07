using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Acts;

/// <summary>Tells whether words name a unit that cannot be told: what is meant for one must never be done to all.</summary>
internal static class UnclearUnit
{
    /// <returns>The words for it; null when no unit is named, or one that is clear.</returns>
    public static string? In(Turn turn) => turn.Said.Unit switch
    {
        { One: not null } => null,
        { } named => named.Words,
        // A name that no unit of the plans has is left over like any other word; its last character gives it away.
        null when turn.Said.UnknownName is { } unknown => unknown,
        null => Chinese.Match(turn.Said.Leftover) is { Success: true } chinese ? chinese.Value
            : English.Match(turn.Said.Plain) is { Success: true } english && turn.Said.Leftover.Length > 2 ? english.Groups["name"].Value : null,
    };

    private static Regex Chinese => field ??= new("[\u4e00-\u9fff]{1,12}(?:局|委|办|厅|处|行|院|部|会|中心|公司|集团|大学|学院|区|县)");

    private static Regex English => field ??= new("(?:reminders?|notice|announcement|message) (?:to|for|of) (?:the )?(?!now|today|time being|moment|rest|a (?:while|week|day|bit)|this|next|good|all|every|units?|contacts?|leaders?|overdue)(?<name>[a-z][a-z ]{2,40})$|(?:remind|notify) (?:the )?(?!all|every|units?|contacts?|leaders?|overdue)(?<name>[a-z][a-z ]{2,40})$");
}
