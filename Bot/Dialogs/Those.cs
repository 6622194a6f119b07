using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>那两家, 交了的那三家, 前面那家, 我们自己局: finds the units that words point at, among those that were just shown.</summary>
public sealed class Those(ILedgerQuery ledger)
{
    /// <summary>More are a list, which is gone on with as one.</summary>
    private const int Few = 6;

    /// <param name="before">What the conversation was about last; null when that is long ago.</param>
    /// <returns>With the units, or with one that is not known where the words point at units and none fit: what is meant for two must never be done to all.</returns>
    public async Task<Understood> ResolveAsync(Understood said, Focus? before, Asker asker, IReadOnlyList<PlanView> plans, CancellationToken cancellationToken)
    {
        if (said.Units.Count > 0 || said.Text is not null || said.Plain.Length is 0 or > 80 || plans.Count == 0 || !asker.Sees(Domain.Ability.SeeOverview))
            return said;
        if (OwnOffice.IsMatch(said.Plain) && plans[0].Units.FirstOrDefault(unit => unit.Name == plans[0].Plan.Issuer) is { } own)
            return With(said, [own], before);
        if (before is not null && PeriodAnswers.AsksForGroups(before.Words) && GroupWords.In(said.Plain) is { } group)
            return await OfGroupAsync(said, group, before, plans[0], cancellationToken);
        // approve the first one, of the requests that were listed.
        if (before?.Intent != Intent.Requests && ThoseWords.In(said.Plain) is { } those)
        {
            var found = await FindAsync(those, before, plans[0], cancellationToken);
            return found.Count > 0 ? With(said, found, before) : Understand.IsDoneToUnits(said.Intent) ? said with { Units = [new UnitMention([], "")], Refers = Reference.None, ListOf = Intent.None } : said;
        }
        // 都行，收了吧, after two reports that were read: these two.
        if (said.Intent == Intent.Confirm && before is { Intent: Intent.ReadReport or Intent.WhoReported, Shown.Count: > 1 and <= Few } && said.Evidence.Any(evidence => evidence.Idea is "Approve" or nameof(Intent.Accept)))
            said = said with { Intent = Intent.Accept, Confidence = Math.Max(said.Confidence, 0.9) };
        if (before is { Intent: Intent.ReadReport or Intent.UnitStatus, Shown.Count: > 1 and <= Few } && (before.UnitId is null || before.Earlier.Count > 0) && said is { Intent: Intent.Accept or Intent.Return or Intent.Extend or Intent.Waive or Intent.Urge } && !Everybody.IsMatch(said.Plain))
            return With(said, UnitsOf(before.Shown, plans[0]), before);
        // 都看过了，收了吧, after a few that came in: these.
        if (before is { Intent: Intent.WhoReported, Shown.Count: > 0 and <= Few, UnitId: null } && said is { Intent: Intent.Accept, Tasks.Count: 0 } && !Everybody.IsMatch(said.Plain))
            return With(said, UnitsOf(before.Shown, plans[0]), before);
        // 他们缺的是哪两项, after a list of one or a few.
        if (before is { Shown.Count: > 0 and <= Few, UnitId: null } && WhichTasks.IsMatch(said.Plain) && said.Intent is Intent.WhoMissing or Intent.WhoOverdue or Intent.UnitStatus or Intent.Fragment or Intent.None or Intent.MyTasks or Intent.MyStatus or Intent.Problems or Intent.ReadReport or Intent.FindTasks)
            return With(said with { Intent = Intent.UnitStatus, Confidence = Math.Max(said.Confidence, 0.9), IsByExample = false, Tasks = [] }, UnitsOf(before.Shown, plans[0]), before);
        // What exactly is missing from each, after a few.
        return before is { Shown.Count: > 0 and <= Few } && Each.IsMatch(said.Plain) && said.Intent is Intent.WhoMissing or Intent.WhoOverdue or Intent.UnitStatus or Intent.Fragment or Intent.None or Intent.MyTasks or Intent.MyStatus
            ? With(said with { Intent = Intent.UnitStatus, Confidence = Math.Max(said.Confidence, 0.9) }, UnitsOf(before.Shown, plans[0]), before)
            : said;
    }

    /// <summary>The units whose names a text holds, in the order in which it names them.</summary>
    public static IReadOnlyList<Guid> In(string text, IReadOnlyList<PlanView> plans) =>
        [.. plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).Select(unit => (unit.Id, At: text.IndexOf(unit.Name, StringComparison.Ordinal))).Where(one => one.At >= 0).OrderBy(one => one.At).Select(one => one.Id)];

    private async Task<IReadOnlyList<Unit>> FindAsync(ThoseWords those, Focus? before, PlanView view, CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> shown = before?.Shown ?? [];
        IReadOnlyList<Guid> spokenOf = before?.UnitId is { } latest ? [.. before.Earlier.Append(latest).Distinct()] : [];
        if (those.Place is { } place)
            return UnitsOf(shown.Count is > 1 and <= Few ? shown : spokenOf.Count > 1 ? spokenOf : [], view) is { Count: > 0 } row && (place < 0 ? row.Count - 1 : place) is var at && at < row.Count ? [row[at]] : [];
        var holding = those.State == UnitsState.Any ? null : await HoldingAsync(those.State, before, view, cancellationToken);
        foreach (var among in new[] { shown, spokenOf })
        {
            var fitting = holding is null ? among : [.. among.Where(holding.Contains)];
            if (fitting.Count == those.Count)
                return UnitsOf(fitting, view);
        }
        return holding?.Count == those.Count ? UnitsOf([.. holding], view) : [];
    }

    /// <summary>中间那堆差的是啥: the units of one of the groups that were shown; where they are many, or a part of them is asked for, the list of them.</summary>
    private async Task<Understood> OfGroupAsync(Understood said, GroupWords group, Focus before, PlanView view, CancellationToken cancellationToken)
    {
        IReadOnlyList<UnitTally> tally = view.Find(view.KeyOf(before.Period)) is { } period ? await ledger.TallyAsync(period.Id, view.Now, cancellationToken) : [];
        var meant = tally.Where(unit => group.State switch { UnitsState.Nothing => unit is { Open: > 0, Reported: 0 }, UnitsState.Missing => unit is { Open: > 0, Reported: > 0 }, _ => unit.Open == 0 }).Select(unit => unit.UnitId).ToList();
        if (Understand.IsDoneToUnits(said.Intent))
            return meant.Count == 0 ? said with { Units = [new UnitMention([], "")] } : With(said, UnitsOf(meant, view), before);
        if (meant.Count is > 0 and <= Few && !group.AsksForPart)
            return With(said with { Intent = said.Intent is Intent.ReadReport or Intent.WhoIsContact or Intent.Problems ? said.Intent : Intent.UnitStatus, Confidence = Math.Max(said.Confidence, 0.9), IsByExample = false }, UnitsOf(meant, view), before);
        return said with
        {
            Intent = group.State == UnitsState.Reported ? Intent.WhoReported : Intent.WhoMissing, Confidence = 0.95, IsByExample = false, Plain = group.InWords, Refers = Reference.None, ListOf = Intent.None, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods,
        };
    }

    private async Task<HashSet<Guid>?> HoldingAsync(UnitsState state, Focus? before, PlanView view, CancellationToken cancellationToken)
    {
        if (view.Find(view.KeyOf(before?.Period)) is not { } period)
            return null;
        var units = await ledger.TallyAsync(period.Id, view.Now, cancellationToken);
        return [.. units.Where(unit => state switch { UnitsState.Missing => unit.Open > 0, UnitsState.Nothing => unit is { Open: > 0, Reported: 0 }, _ => unit.Reported > 0 }).Select(unit => unit.UnitId)];
    }

    private static IReadOnlyList<Unit> UnitsOf(IReadOnlyList<Guid> ids, PlanView view) => [.. ids.Select(id => view.Units.FirstOrDefault(unit => unit.Id == id)).OfType<Unit>()];

    /// <summary>A list's question about a few is a question about each.</summary>
    private static Understood With(Understood said, IReadOnlyList<Unit> units, Focus? before) => said with
    {
        Units = [.. units.Select(unit => new UnitMention([unit], unit.Name))], Refers = Reference.None, ListOf = Intent.None, UnknownName = null,
        Periods = said.Periods.Count > 0 ? said.Periods : before?.Periods ?? [],
        Intent = said.Intent is Intent.WhoMissing or Intent.WhoOverdue or Intent.WhoReported or Intent.AllIn or Intent.Rate or Intent.Fragment or Intent.None or Intent.MyStatus ? Intent.UnitStatus : said.Intent,
        Confidence = Math.Max(said.Confidence, said.Intent is Intent.None or Intent.Fragment ? 0.8 : said.Confidence),
    };

    private static Regex OwnOffice => field ??= new("我们(?:自己|自个)(?:的)?(?:局|委|办|单位|家)?(?=交|报|填|的|还|呢|有|是|几|差|欠|$)|(?:我|本|咱|我们|咱们)(?:自己)?(?:局|委|办|单位)(?!里|长)|自己局|自家|our own (?:bureau|office|unit|reports?|tasks?|commission|house)");

    private static Regex WhichTasks => field ??= new("(?:缺|差|欠|剩|少|没报|没交|未报)(?:的|了|下)*(?:都|具体|分别|到底)*(?:是)?(?:哪|什么|啥)(?:一|几|些|两|二|三|四|五|六|[0-9])?(?:项|条|件|个任务)?(?!家|个?单位)|(?<![a-z])(?:which (?:tasks?|ones|items)|what) (?:do|are|is|did|have|has) (?:they|it|he|she)(?: still)?(?: (?:owe|lack|miss|missing|not|left|open|have to|need to))");

    private static Regex Everybody => field ??= new("所有|全部|各单位|大家|没报|没交|未报|逾期|everyone|everybody|all units|overdue|missing");

    private static Regex Each => field ??= new("分别|各自|每家|每个单位|各(?:差|缺|欠)|(?<![a-z])(?:each|exactly|respectively)(?![a-z])|具体(?:差|缺|欠|是)?(?:哪|什么|啥)");
}
