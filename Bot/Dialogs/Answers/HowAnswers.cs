using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>How reporting works, for those who report: how it is done and who reads it, whether something can still be changed, what became of a request.</summary>
public sealed class HowAnswers(RequestView requests, ILedgerQuery ledger, CurrentCalendar currentCalendar)
{
    public static bool Knows(Intent intent) => intent is Intent.HowToCorrect or Intent.NeedsSignOff or Intent.LengthLimit or Intent.StillTime or Intent.WhoAreYou
        or Intent.WhoSees or Intent.WhatBelongs or Intent.HowToReport or Intent.IfLate or Intent.UntilDecided or Intent.NotNow or Intent.HowCounted or Intent.HowExported or Intent.HowReminded or Intent.HowToDo;

    /// <summary>引导基金那条没什么动静，该怎么报: among the own tasks that are open.</summary>
    private async Task<Reply> NilAsync(Question question, CancellationToken cancellationToken)
    {
        var task = question.Focus.Task;
        foreach (var view in question.Plans)
        {
            if (task is not null || view.InQuestion is not { } period)
                continue;
            foreach (var unit in Permissions.ReportsFor(question.Asker.Person).Distinct())
            {
                var rows = (await ledger.OfPeriodAsync(period.Id, unit, cancellationToken)).Where(row => row.IsOpen).Select(row => (row.UnitTaskOrdinal, $"{row.TaskTitle} {row.TaskText}")).ToList();
                var subjects = new ReportSubjects(rows);
                task ??= (question.Focus.TaskSubject is { } subject ? subjects.Find(subject) : null) ?? subjects.FindOfNil(question.Said.Raw);
            }
        }
        return HowTexts.Nil(task, question.Language);
    }

    /// <returns>Null when it is no question about this, or the asker does not report.</returns>
    public async Task<Reply?> AnswerAsync(Question question, CancellationToken cancellationToken) => question.Intent switch
    {
        Intent.HowToCorrect when !question.Asker.Sees(Ability.SeeOverview) => HowTexts.Correct(question.Language),
        Intent.NeedsSignOff => HowTexts.SignOff([.. question.Plans.Select(view => (view.Plan.Title, view.Plan.NeedsSignOff))], question.Language),
        Intent.LengthLimit => HowTexts.LengthLimit(SubmitReport.LongestSection, question.Language),
        Intent.HowToDo when question.Asker.Sees(Ability.RunPlan) => HowToTexts.Of(question.Said.Plain, question.Language),
        Intent.HowReminded when question.Focus.Section == SectionKind.Problems => HowTexts.ProblemsFollowed(question.Language),
        Intent.HowReminded when Understand.AsksWhoElse(question.Said.Plain) && Reports(question) => HowTexts.WhoElse(question.Language),
        Intent.HowReminded => HowTexts.Reminded(question.Language),
        Intent.HowCounted when question.Asker.Sees(Ability.SeeOverview) && question.Plans is [var view, ..] && view.Find(view.KeyOf(question.Focus.Period)) is { } period =>
            HowTexts.CountedIn(period.Period, await ledger.TallyAsync(period.Id, view.Now, cancellationToken), question.Language),
        Intent.HowCounted => HowTexts.Counted(question.Language),
        Intent.HowExported when question.Asker.Sees(Ability.SeeOverview) => HowTexts.Exported(question.Language),
        Intent.WhoAreYou => HowTexts.WhoAmI(question.Plans.Count > 0 ? question.Plans[0].Plan.Contact?.Office ?? question.Plans[0].Plan.Issuer : null, question.Asker.Person, await OpenLinesAsync(question, cancellationToken), question.Language),
        Intent.WhoSees => HowTexts.WhoSees(question.Language),
        Intent.WhatBelongs when question.Plans.Count > 0 => HowTexts.WhatBelongs(Named(question, question.Plans[0].Plan.Reporting.Sections), isAskedToWrite: true, question.Language),
        Intent.HowToReport when Understand.AsksWhetherEach(question.Said.Plain) => HowTexts.EachTask(question.Language),
        Intent.HowToReport when Understand.TellsOfFile(question.Said.Plain) => HowTexts.NoFile(question.Language),
        Intent.HowToReport when Understand.AsksForOwnFile(question.Said.Plain) => HowTexts.OwnFile(question.Language),
        Intent.HowToReport => HowTexts.Report(question.Language),
        Intent.IfLate when question.Asker.Sees(Ability.SeeOverview) => await IfLateAsync(question, cancellationToken),
        Intent.IfLate => await IfOwnIsLateAsync(question, cancellationToken),
        Intent.HowToCorrect when question.Asker.Sees(Ability.SeeOverview) => HowTexts.CorrectedByUnits(question.Language),
        Intent.UntilDecided when Reports(question) && Understand.AsksWhetherDouble(question.Said.Plain) => HowTexts.Overlap(question.Language),
        Intent.UntilDecided when Reports(question) && Understand.AsksBeforeLeaving(question.Said.Plain) =>
            HowTexts.UntilDecided(question.Language) with { Text = string.Join('\n', [.. await OpenLinesAsync(question, cancellationToken), HowTexts.BeforeHandover(question.Language)]) },
        Intent.UntilDecided when Reports(question) => HowTexts.UntilDecided(question.Language),
        Intent.Nil when Reports(question) => await NilAsync(question, cancellationToken),
        Intent.NotNow when Reports(question) => await NotNowAsync(question, cancellationToken),
        Intent.StillTime when Reports(question) => await StillTimeAsync(question, cancellationToken),
        Intent.StillTime when question.Asker.Sees(Ability.SeeOverview) => HowTexts.StillTaken(question.Language),
        Intent.Requests when Reports(question) && !question.Asker.Sees(Ability.RunPlan) =>
            await requests.OwnAsync(question.Asker.Person.Id, question.Language, cancellationToken),
        _ => null,
    };

    /// <summary>The sections asked about; all where none is named.</summary>
    private static IReadOnlyList<ReportSection> Named(Question question, IReadOnlyList<ReportSection> sections)
    {
        var kinds = SectionWords.Find(question.Said.Plain).Select(section => section.Kind).ToHashSet();
        var named = sections.Where(section => kinds.Contains(section.Kind)).ToList();
        // The difference is between two, of which one may go by another name.
        return named.Count == 0 || (named.Count == 1 && Between.IsMatch(question.Said.Plain)) ? sections : named;
    }

    private static Regex Between => field ??= new("区别|不同|不一样|区分|差别|还是|difference|distinction|versus|(?<![a-z])(?:vs|or)(?![a-z])");

    /// <summary>15号再不交会怎样, asked by the office: of the unit that was spoken of, where one was.</summary>
    private async Task<Reply> IfLateAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Focus.UnitId is not { } unit || question.Plans.FirstOrDefault(plan => plan.Units.Any(its => its.Id == unit)) is not { } view || view.Find(view.KeyOf(question.Focus.Period)) is not { } period)
            return HowTexts.IfUnitsAreLate(null, null, question.Language);
        var open = (await ledger.OfPeriodAsync(period.Id, unit, cancellationToken)).Where(row => row.IsOpen).ToList();
        return HowTexts.IfUnitsAreLate(view.Units.First(its => its.Id == unit).Name, open.Count == 0 ? null : open.Max(row => row.DueOn), question.Language);
    }

    private static bool Reports(Question question) => Permissions.ReportsFor(question.Asker.Person).Any();

    /// <summary>这两天忙疯了, 好的我下午报: until when there is time, and how little is needed.</summary>
    private async Task<Reply> NotNowAsync(Question question, CancellationToken cancellationToken) => HowTexts.NotNow(await OpenLinesAsync(question, cancellationToken), question.Language);

    /// <summary>am I in trouble if it comes monday?: what holds, what the calendar says of the day, and what is open.</summary>
    private async Task<Reply> IfOwnIsLateAsync(Question question, CancellationToken cancellationToken)
    {
        var reply = HowTexts.IfLate(question.Language);
        var lines = new List<string> { reply.Text };
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        if (question is { Said.When: { } when, Plans: [var view, ..] } && when.DayIn(Days.DayOf(view.Now, view.Zone), calendar) is { } day && !calendar.IsWorkingDay(day))
            lines.Add(CalendarTexts.DayOff(day, calendar.Named(day), question.Language));
        return reply with { Text = string.Join('\n', [.. lines, .. await OpenLinesAsync(question, cancellationToken)]) };
    }

    /// <summary>What is open in each plan, and until when.</summary>
    /// <returns>Empty where nothing is.</returns>
    private async Task<List<string>> OpenLinesAsync(Question question, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var view in question.Plans)
        {
            if (view.InQuestion is { } period && await OpenAsync(question, period, cancellationToken) is > 0 and var open)
                lines.Add(HowTexts.NotNow(period, open, view.Now, view.Zone, question.Language));
        }
        return lines;
    }

    private async Task<int> OpenAsync(Question question, PlanPeriod period, CancellationToken cancellationToken)
    {
        var open = 0;
        foreach (var unit in Permissions.ReportsFor(question.Asker.Person).Distinct())
            open += (await ledger.OfPeriodAsync(period.Id, unit, cancellationToken)).Count(row => row.IsOpen);
        return open;
    }

    /// <summary>Of the period in question: until when it is in time, and that it can be reported afterwards as well.</summary>
    private async Task<Reply> StillTimeAsync(Question question, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var view in question.Plans)
        {
            if (view.Find(view.KeyOf(question.Focus.Period)) is { } period)
                lines.Add(HowTexts.StillTime(period, await OpenAsync(question, period, cancellationToken), view.Now, view.Zone, question.Language));
        }
        return new(lines.Count == 0 ? OwnTexts.NothingOwed(question.Language) : string.Join('\n', lines)) { Buttons = [Buttons.ReportNow(question.Language), Buttons.MyTasks(question.Language)] };
    }
}
