using System.Text.RegularExpressions;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>智能制造那项, 这项, 缺的那项: finds the task that the office's words point at, by what it is about, as the one spoken of last, or as the only one that is open.</summary>
public sealed class TaskMeant(ILedgerQuery ledger)
{
    /// <param name="before">What the conversation was about last; null when that is long ago.</param>
    /// <returns>With the task's number and its unit; marked as one task where it cannot be told which.</returns>
    public async Task<Understood> ResolveAsync(Understood said, Focus? before, Asker asker, IReadOnlyList<PlanView> plans, CancellationToken cancellationToken)
    {
        if (said.Tasks.Count > 0 || said.AllTasks || said.Text is not null || said.Units.Count > 1 || plans.Count != 1 || said.Plain.Length is 0 or > 100 || !asker.Sees(Domain.Ability.SeeOverview))
            return said;
        var unit = said.Unit is { } named ? named.One?.Id : before?.UnitId;
        if (said.TaskSubject is { } subject && (said.Unit is null || unit is not null) && await BySubjectAsync(said, subject, unit, before, plans[0], cancellationToken) is { } found)
            return found;
        if (Open.IsMatch(said.Plain) && unit is { } its && await OnlyOpenAsync(its, said, before, plans[0], cancellationToken) is { } open)
            return WithTask(said, open.Row, plans[0], open.Period, asksForTask: true);
        if (said.TaskSubject is not null || !ThisOne.IsMatch(said.Plain))
            return said;
        if (before is { Task: { } task, UnitId: { } of } && (said.Unit is null || unit == of) && plans[0].Units.FirstOrDefault(one => one.Id == of) is { } owner)
            return said with { Tasks = [task], Units = [new UnitMention([owner], owner.Name)], Refers = Reference.None, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        return said with { IsOneTask = true };
    }

    private async Task<Understood?> BySubjectAsync(Understood said, string subject, Guid? unit, Focus? before, PlanView view, CancellationToken cancellationToken)
    {
        if (unit is null && !Understand.IsDoneToUnits(said.Intent))
            return null;
        var mention = said.Period ?? (unit == before?.UnitId ? before?.Period : null);
        if (view.Find(view.KeyOf(mention)) is not { } period)
            return null;
        var rows = await ledger.OfPeriodAsync(period.Id, unit, cancellationToken);
        var fitting = TaskSubjects.Match(subject, rows.Select(row => (row, $"{row.TaskTitle}{row.TaskText}")));
        // 智能制造那项, of two units: asked whose, and then which one.
        if (unit is null && fitting.Count > 1)
            return said with { IsOneTask = true, Units = [new UnitMention([.. fitting.Select(row => row.UnitId).Distinct().Select(id => view.Units.First(one => one.Id == id))], subject)] };
        return fitting is [var row] ? WithTask(said, row, view, mention, asksForTask: unit is not null) : Understand.IsDoneToUnits(said.Intent) && unit is not null ? said with { IsOneTask = true } : null;
    }

    /// <summary>缺的那项: of the period that was spoken of, else of the latest in which something is open.</summary>
    private async Task<(LedgerRow Row, PeriodMention Period)?> OnlyOpenAsync(Guid unit, Understood said, Focus? before, PlanView view, CancellationToken cancellationToken)
    {
        var keys = view.KeysOf(said.Periods.Count > 0 ? said.Periods : before?.Periods ?? []).Reverse().Append(view.KeyOf(null)).Distinct();
        foreach (var period in keys.Select(view.Find).OfType<Data.Model.PlanPeriod>())
        {
            if ((await ledger.OfPeriodAsync(period.Id, unit, cancellationToken)).Where(row => row.IsOpen).ToList() is { Count: > 0 } open)
                return open is [var only] ? (only, PeriodMention.Of(period.Period)) : null;
        }
        return null;
    }

    private static Understood WithTask(Understood said, LedgerRow row, PlanView view, PeriodMention? period, bool asksForTask)
    {
        var unit = view.Units.First(one => one.Id == row.UnitId);
        return said with
        {
            Tasks = [row.UnitTaskOrdinal], Units = [new UnitMention([unit], unit.Name)], Refers = Reference.None, Periods = period is null ? said.Periods : [period],
            Intent = asksForTask && AsksForTask.IsMatch(said.Plain) && !Understand.IsDoneToUnits(said.Intent) ? Intent.UnitStatus : said.Intent,
            Confidence = asksForTask && AsksForTask.IsMatch(said.Plain) ? Math.Max(said.Confidence, 0.95) : said.Confidence,
        };
    }

    /// <summary>第几个, 是哪项, which one is it.</summary>
    private static Regex AsksForTask => field ??= new("第几|是(?:哪|什么|啥)|(?:哪|什么|啥)(?:一)?(?:项|条|个)?[?]?$|(?:啥|什么|怎么个?)(?:情况|状态|进展|进度)|(?:报|交)了?(?:没|吗)|(?<![a-z])(?:which|what|number)(?![a-z])");

    /// <summary>缺的那项, 没报的那项, the missing one.</summary>
    private static Regex Open => field ??= new("(?:缺|差|欠|少|漏|没(?:报|交)|未(?:报|交)|还?剩下?)的?(?:那|这)(?:一)?(?:项|条|个)(?!单位|部门)|(?:缺|差|少|漏|没(?:报|交))的(?:是|到底是)?(?:哪|什么|啥)(?:一)?(?:项|条)|(?<![a-z])the (?:missing|open|outstanding|remaining|other|last) (?:one|task|item)(?![a-z])");

    private static Regex ThisOne => field ??= new("(?<![几两二三四五六七八九十都各])(?:就|把|给|那|只|仅)*(?:这|那|该)(?:一)?(?:项|条|个任务|件任务)|(?<![a-z])(?:just |only )?(?:this|that) (?:task|item|one task)(?![a-z])");
}
