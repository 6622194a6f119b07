using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Cards;

/// <summary>Which page of which list a card shows, so that its button turns to the next one whatever has been asked since.</summary>
internal sealed record ListPage(Guid PlanId, ReportingPeriod Period, Intent Intent, int Page)
{
    public CardSubject Subject => new(CardSubjectKind.Page, $"{PlanId}/{Period}/{Intent}/{Page}");

    /// <summary>Null when the id is none of ours.</summary>
    public static ListPage? Read(string id) =>
        id.Split('/') is [var plan, var period, var intent, var page] && Guid.TryParse(plan, out var planId) && ReportingPeriod.TryParse(period, out var key)
        && Enum.TryParse<Intent>(intent, out var asked) && asked is Intent.WhoOverdue or Intent.WhoMissing or Intent.AllIn && int.TryParse(page, out var number) && number is >= 0 and < 10_000
            ? new(planId, key, asked, number)
            : null;

    /// <summary>As though this page had been asked for last.</summary>
    public Focus FocusAt(DateTimeOffset now) => new()
    {
        Intent = Intent, Page = Page, PlanId = PlanId, At = now, Periods = Understand.Utterance(PeriodNames.Of(Period, Language.Chinese), []).Periods,
    };
}
