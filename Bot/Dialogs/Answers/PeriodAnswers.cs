using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>Answers about all units of a period: who is overdue, who is missing, the figures.</summary>
public sealed class PeriodAnswers(ILedgerQuery ledger, DueAnswers due)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        var hasMore = false;
        foreach (var view in question.Plans)
        {
            var (text, more) = await AnswerAsync(question, view, cancellationToken);
            texts.Add(question.Plans.Count > 1 ? $"{question.Language.In($"《{view.Plan.Title}》", view.Plan.Title)}\n{text}" : text);
            hasMore |= more;
        }
        return new(string.Join("\n\n", texts)) { Buttons = [.. ButtonsFor(question, hasMore)] };
    }

    private async Task<(string Text, bool HasMore)> AnswerAsync(Question question, PlanView view, CancellationToken cancellationToken)
    {
        var (language, key, page) = (question.Language, view.KeyOf(question.Focus.Period), question.Focus.Page);
        if (view.Find(key) is not { } period)
            return (PeriodTexts.NotOpen(key, await due.OfUnopenedAsync(view, key, language, cancellationToken), language), false);
        var heading = PeriodTexts.Heading(period, view.Zone, language);
        var isDue = view.Now >= period.DueAt;
        var rows = await ledger.OfPeriodAsync(period.Id, null, cancellationToken);
        switch (question.Intent)
        {
            case Intent.WhoOverdue:
                var overdue = Count(rows, row => row.IsOverdue(view.Now));
                var open = Count(rows, row => row.IsOpen);
                var earlier = await ledger.OpenBeforeAsync(view.Plan.Id, key, cancellationToken);
                return (PeriodTexts.Overdue(heading, isDue, overdue, open.Sum(unit => unit.Count), open.Count, earlier, page, language), HasMore(overdue, page));
            case Intent.WhoReported:
                var reported = Count(rows, row => row.IsReported());
                return (PeriodTexts.Reported(heading, reported, page, language), HasMore(reported, page));
            case Intent.Rate:
                return (PeriodTexts.Rate(heading, Figures(rows, view.Now), language), false);
            case Intent.AllIn:
                var left = Count(rows, row => row.IsOpen);
                return (PeriodTexts.AllIn(heading, left, page, language), HasMore(left, page));
            default:
                var missing = Count(rows, row => row.IsOpen);
                return (PeriodTexts.Missing(heading, view.Now >= period.CollectionFrom, isDue, missing, page, language), HasMore(missing, page));
        }
    }

    /// <summary>All figures of a period from its rows.</summary>
    internal static PeriodFigures Figures(IReadOnlyList<LedgerRow> rows, DateTimeOffset now)
    {
        var units = rows.GroupBy(row => row.UnitId).ToList();
        return new(
            rows.Count, rows.Count(row => row.IsReported()), rows.Count(row => row.IsReported() && row.IsLate), rows.Count(row => row.IsOverdue(now)),
            rows.Count(row => row.State == ObligationState.Waived), units.Count, units.Count(unit => !unit.Any(row => row.IsOpen)));
    }

    /// <summary>Units in the notice's order with how many of their tasks are meant.</summary>
    private static List<UnitCount> Count(IReadOnlyList<LedgerRow> rows, Func<LedgerRow, bool> meant) =>
        [.. rows.GroupBy(row => row.UnitId).Select(unit => new UnitCount(unit.First().UnitName, unit.Count(meant), unit.Count())).Where(unit => unit.Count > 0)];

    private static bool HasMore(List<UnitCount> units, int page) => units.Count > (page + 1) * PeriodTexts.PageSize;

    private static IEnumerable<ReplyButton> ButtonsFor(Question question, bool hasMore)
    {
        var language = question.Language;
        if (hasMore)
            yield return Buttons.More(language);
        if (question.Intent != Intent.WhoMissing)
            yield return Buttons.WhoHasNotReported(language);
        if (question.Intent != Intent.WhoOverdue)
            yield return Buttons.WhoIsOverdue(language);
        if (question.Intent != Intent.Rate)
            yield return Buttons.Rate(language);
        if (question.Asker.Sees(Domain.Ability.Urge))
            yield return Buttons.UrgeAll(language);
    }
}

internal static class LedgerRows
{
    /// <summary>Something counts as submitted.</summary>
    public static bool IsReported(this LedgerRow row) => !row.IsOpen && row.State != ObligationState.Waived;
}
