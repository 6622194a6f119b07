using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>What the acts about contacts read alike.</summary>
internal static class ContactWords
{
    /// <summary>Number and first day, as far as the words name them.</summary>
    public static Wish Read(Turn turn, Wish wish)
    {
        if (PersonWords.Number(turn.Said.Raw) is { } number)
            wish = wish with { Phone = number };
        return DayIn(turn) is { } day ? wish with { Day = day } : wish;
    }

    public static DateOnly? DayIn(Turn turn)
    {
        if (ActWords.Day(turn) is { } day)
            return day;
        if (turn.Plans.Count == 0)
            return null;
        var today = ContactDay.Of(turn.Plans[0].Now);
        var plain = turn.Said.Plain;
        return plain.Contains("今天", StringComparison.Ordinal) || plain.Contains("即日", StringComparison.Ordinal) || plain.Contains("现在起", StringComparison.Ordinal)
            || plain.Contains("today", StringComparison.Ordinal) || plain.Contains("right away", StringComparison.Ordinal) ? today
            : plain.Contains("明天", StringComparison.Ordinal) || plain.Contains("tomorrow", StringComparison.Ordinal) ? today.AddDays(1)
            : null;
    }

    public static ActStep.Ask AskUnit(Turn turn) => new("unit", turn.Said.Unit switch
    {
        { IsAmbiguous: true } several => UnitTexts.WhichOne(several.Words, several.Candidates, turn.Language),
        { IsUnknown: true } unknown => UnitTexts.Unknown(unknown.Words, turn.Language),
        _ => ContactTexts.WhoseContact(turn.Language),
    });

    public static string UnitName(Turn turn, Wish wish) => turn.Plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == wish.UnitId)?.Name ?? "";

    public static ContactTexts.InvitationWords Of(Invitation invitation) => new(invitation.Code, invitation.Link, ContactDay.Of(invitation.ExpiresAt));
}
