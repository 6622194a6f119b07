using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>What the acts about contacts read alike.</summary>
internal static class ContactWords
{
    /// <summary>Mobile number, mail address and first day, as far as the words name them.</summary>
    public static Wish Read(Turn turn, Wish wish)
    {
        if (PersonWords.Find(turn.Said.Raw)?.Phone is ['1', ..] and { Length: 11 } mobile)
            wish = wish with { Phone = mobile };
        else if (wish.Phone is { } told && PhoneDigits.Corrected(turn.Said.Plain, told) is { } corrected)
            wish = wish with { Phone = corrected };
        if (PersonWords.Find(turn.Said.Raw)?.Email is { } email)
            wish = wish with { Email = email };
        return turn.NamedDay is { } day ? wish with { Day = day } : wish;
    }

    /// <summary>Who is to be the contact; null when nobody is named.</summary>
    public static string? Next(Turn turn) => PersonWords.Find(turn.Said.Raw)?.Name;

    /// <summary>The answer to the question who it is: a name alone will do. 先到8月底 is none.</summary>
    public static string? NameIn(string said) => PersonWords.Find(said)?.Name ?? (Introduction.Answer(said) is { } name && !NoName.IsMatch(name) && (PersonWords.IsName(name) || DateWords.Find(Spelling.Plain(said)) is null) ? name : null);

    /// <summary>号码错了, 嗯对 name nobody.</summary>
    private static Regex NoName => field ??= new("[了的是错号码吗呢没不还就]|电话|手机|知道|稍后|等下|^(?:嗯|哦|噢|对|好|行)");

    public static ActStep.Ask AskUnit(Turn turn) => new("unit", turn.Said.Unit switch
    {
        { IsAmbiguous: true } several => UnitTexts.WhichOne(several.Words, several.Candidates, turn.Language),
        { IsUnknown: true } unknown => UnitTexts.Unknown(unknown.Words, turn.Language),
        _ => ContactTexts.WhoseContact(turn.Language),
    });

    public static string UnitName(Turn turn, Wish wish) => turn.Plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == wish.UnitId)?.Name ?? "";

    public static ContactTexts.InvitationWords Of(Invitation invitation) => new(invitation.Code, invitation.Link, ContactDay.Of(invitation.ExpiresAt));
}
