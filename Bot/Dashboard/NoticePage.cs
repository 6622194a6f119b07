using Microsoft.AspNetCore.Http.HttpResults;
using PlanBot.Dashboard.Pages;
using PlanBot.Texts;

namespace PlanBot.Dashboard;

/// <summary>Pages that say one thing: why there is nothing to see, and what helps.</summary>
internal static class NoticePage
{
    /// <param name="byAccount">The organisation's accounts are a way in as well.</param>
    public static IResult Closed(Language language, bool byAccount) => Of(401, DeskDoorTexts.Closed(language), DeskDoorTexts.ClosedNote(language), language, toChat: true, byAccount);

    public static IResult SignedOut(Language language, bool byAccount) => Of(200, DeskDoorTexts.SignedOut(language), DeskDoorTexts.SignedOutNote(language), language, toChat: true, byAccount);

    public static IResult LinkUsed(Language language) => Of(410, DeskDoorTexts.LinkUsed(language), DeskDoorTexts.LinkUsedNote(language), language, toChat: true);

    public static IResult AccountUnknown(Language language) => Of(403, DeskDoorTexts.AccountUnknown(language), DeskDoorTexts.AccountUnknownNote(language), language, toChat: true, byAccount: true);

    public static IResult NotHere(Language language) => Of(404, DeskDoorTexts.NotHere(language), DeskDoorTexts.NotHereNote(language), language);

    public static IResult NotAllowed(Desk desk) => Of(403, DeskDoorTexts.NotAllowed(desk.Language), DeskDoorTexts.NotAllowedNote(desk.Person.IsLeader, desk.Language), desk.Language);

    public static IResult NotInvited(string name, Desk desk) => Of(403, DeskDoorTexts.NotAllowed(desk.Language), ContactTexts.InvitesContactsOnly(name, desk.Language).Text, desk.Language);

    public static IResult FormExpired(Language language) => Of(400, DeskDoorTexts.FormExpired(language), DeskDoorTexts.FormExpiredNote(language), language);

    public static IResult TooLarge(int bytes, Language language) => Of(413, DeskDoorTexts.TooLarge(language), DeskDoorTexts.TooLargeNote(bytes / 1024 / 1024, language), language);

    /// <summary>The summary cannot be written into the office's own document.</summary>
    public static IResult Unusable(Desk desk, string template) => Of(500, DeskDoorTexts.NoSummary(desk.Language), ExportTexts.BadTemplate(template, desk.Language), desk.Language);

    public static IResult Unavailable(Language language) => Of(503, DeskDoorTexts.Unavailable(language), DeskDoorTexts.UnavailableNote(language), language);

    public static IResult Broken(Language language) => Of(500, DeskDoorTexts.Broken(language), DeskDoorTexts.BrokenNote(language), language);

    private static RazorComponentResult<Note> Of(int status, string title, string text, Language language, bool toChat = false, bool byAccount = false) =>
        new(new Dictionary<string, object?>
        {
            [nameof(Note.Title)] = title, [nameof(Note.Text)] = text, [nameof(Note.Language)] = language, [nameof(Note.ToChat)] = toChat, [nameof(Note.ByAccount)] = byAccount,
        }) { StatusCode = status };
}
