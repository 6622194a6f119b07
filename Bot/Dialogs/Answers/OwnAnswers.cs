using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>A contact's own tasks, how far they are, and what was reported on them.</summary>
public sealed class OwnAnswers(ILedgerQuery ledger, UnitAnswers units, RequestView requests, ReturnReasons returned)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var language = question.Language;
        var own = question.Asker.Person.Contacts.Select(contact => contact.UnitId).ToHashSet();
        if (own.Count == 0)
            return OwnTexts.NoUnit(language);
        // 还差几项 wants a number first, which the list of tasks begins with.
        if (question.Intent == Intent.MyTasks || (question.Intent == Intent.MyStatus && question.Said.Evidence.Any(evidence => evidence.Idea == "HowMany") && question.Focus.Periods.Count <= 1))
            return await TasksAsync(question, own, cancellationToken);
        if (question.Intent == Intent.MyReport && question.Focus.Periods.Count <= 1 && LastTime.IsMatch(question.Said.Plain) && await LastReportedAsync(question, own, cancellationToken) is { } last)
            question = question with { Focus = question.Focus with { Periods = [PeriodMention.Of(last)] } };
        var asked = question.Focus.UnitId is { } only && own.Contains(only) ? [only] : question.Plans.SelectMany(view => view.Units).Select(unit => unit.Id).Where(own.Contains).Distinct();
        var parts = new List<Reply>();
        foreach (var unit in asked)
            parts.Add(await WithReasonsAsync(question, unit, await units.OfUnitAsync(question, unit, cancellationToken), cancellationToken));
        return parts.Count == 0
            ? new(OwnTexts.NothingOwed(language))
            : new(string.Join("\n\n", parts.Select(part => part.Text))) { Buttons = [.. parts.SelectMany(part => part.Buttons).Concat(ButtonsFor(language)).Take(6)] };
    }

    /// <summary>上次怎么写的, last time: what was filed last, whichever period it was for.</summary>
    private static Regex LastTime => field ??= new("上(?:一|1)?(?:次|回)|(?<![a-z])(?:last time|the last one|previous one|last report)(?![a-z])");

    /// <returns>Null when nothing was filed yet.</returns>
    private async Task<ReportingPeriod?> LastReportedAsync(Question question, HashSet<Guid> own, CancellationToken cancellationToken)
    {
        foreach (var view in question.Plans)
        {
            foreach (var period in view.Periods.OrderByDescending(period => period.Period))
            {
                foreach (var unit in own)
                {
                    if ((await ledger.OfPeriodAsync(period.Id, unit, cancellationToken)).Any(row => row.Version > 0))
                        return period.Period;
                }
            }
        }
        return null;
    }

    private async Task<Reply> TasksAsync(Question question, HashSet<Guid> own, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        var disputed = await requests.DisputedByAsync(question.Asker.Person.Id, cancellationToken);
        foreach (var view in question.Plans)
        {
            if (view.Find(view.KeyOf(question.Focus.Period)) is not { } period)
                continue;
            foreach (var unit in view.Units.Where(unit => own.Contains(unit.Id)))
            {
                var rows = await ledger.OfPeriodAsync(period.Id, unit.Id, cancellationToken);
                if (InFull(question, rows) is { Count: > 0 } asked)
                    texts.Add(OwnTexts.InFull(asked, view.Now, view.Zone, question.Language));
                else if (rows.Count > 0)
                    texts.Add(StillOurs(question, rows, disputed) + OwnTexts.Tasks(question.Plans.Count > 1 ? view.Plan.Title : null, rows, period, view.Now, view.Zone, disputed, question.Language)
                        + OwnTexts.WhyReturned(await returned.OfAsync(rows, cancellationToken), question.Language)
                        + (Asks(question, "WhatIsNeeded") ? "\n" + OwnTexts.HowToWrite(view.Plan.Reporting.Sections, question.Language) : ""));
            }
        }
        return new(texts.Count == 0 ? OwnTexts.NothingOwed(question.Language) : string.Join("\n\n", texts)) { Buttons = [.. ButtonsFor(question.Language)] };
    }

    /// <summary>第四项是什么，发全文: the tasks whose text is asked for, to its end; empty where the list is.</summary>
    private static List<LedgerRow> InFull(Question question, IReadOnlyList<LedgerRow> rows)
    {
        var named = rows.Where(row => question.Said.Tasks.Contains(row.UnitTaskOrdinal) || (question.Said.Tasks.Contains(-1) && row == rows[^1])).ToList();
        return named.Count > 0 ? named : WholeText.IsMatch(question.Said.Plain) ? [.. rows] : [];
    }

    private static Regex WholeText => field ??= new("全文|原文|完整|原话|(?<![a-z])(?:in full|full text|(?:say|says|read|reads) exactly|exact (?:text|words|wording)|word for word|whole text)(?![a-z])");

    /// <summary>How far the unit is, and why anything of it was sent back.</summary>
    private async Task<Reply> WithReasonsAsync(Question question, Guid unit, Reply status, CancellationToken cancellationToken)
    {
        foreach (var view in question.Plans.Where(view => question.Intent == Intent.MyStatus && view.Units.Any(its => its.Id == unit)))
        {
            if (view.Find(view.KeyOf(question.Focus.Period)) is { } period)
                status = status with { Text = status.Text + OwnTexts.WhyReturned(await returned.OfAsync(await ledger.OfPeriodAsync(period.Id, unit, cancellationToken), cancellationToken), question.Language) };
        }
        return status;
    }

    /// <summary>其余两条还是我们报吧: yes, and the disputed one until it is decided.</summary>
    private static string StillOurs(Question question, IReadOnlyList<LedgerRow> rows, IReadOnlySet<Guid> disputed) => Asks(question, "StillOurs")
        ? OwnTexts.StillYours([.. rows.Where(row => !disputed.Contains(row.ObligationId)).Select(row => row.UnitTaskOrdinal)], [.. rows.Where(row => disputed.Contains(row.ObligationId)).Select(row => row.UnitTaskOrdinal)], question.Language) + "\n"
        : "";

    private static bool Asks(Question question, string idea) => question.Said.Evidence.Any(evidence => evidence.Idea == idea);

    private static ReplyButton[] ButtonsFor(Language language) => [Buttons.ReportNow(language), Buttons.Form(language), Buttons.MyReport(language)];
}
