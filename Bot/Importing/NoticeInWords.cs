using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>What a preview tells of a notice beside its tasks.</summary>
internal static class NoticeInWords
{
    /// <returns>How often, by when, who, and the first due day; null where the notice states no whole rule.</returns>
    public static string? Rule(NoticeReporting? stated, WorkingDayCalendar calendar, Language language)
    {
        if (stated is not { DueRule: { } due })
            return null;
        var first = stated.FirstPeriod;
        var day = first is { } period ? DueDatePolicy.For(period, due, calendar)?.Day : null;
        return RuleTexts.Describe(stated.Frequency, due, language) + language.In("；", "; ") + RuleTexts.WhoAndWhen(stated.LeadOnly, first, day, language);
    }

    /// <returns>Null where the notice names none.</returns>
    public static string? Contact(NoticeContact? contact) =>
        contact is null || string.Join(' ', new[] { contact.Office, contact.Person, contact.Phone, contact.Email }.Where(part => !string.IsNullOrWhiteSpace(part))) is not { Length: > 0 } words ? null : words;

    public static IReadOnlyList<string> Groups(Notice notice) => [.. notice.Tasks.SelectMany(task => task.Units).Where(unit => unit.Kind == UnitKind.Group).Select(unit => unit.Name).Distinct()];
}
