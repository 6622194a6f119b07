using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>宽限到月中行吗, 这个应该归科技局: a contact asks, the coordinators decide. Nothing changes and nothing is filed before.</summary>
public sealed class AskForRulingAct(RequestKind kind, Intent meant, ObligationChoice choice, AskForRuling ask, CurrentCalendar currentCalendar) : IAct
{
    private const string ReasonPart = "reason";
    private const string DayPart = "day";

    public string Name => kind == RequestKind.Extension ? "ask-extension" : "ask-not-ours";

    public bool IsRequest => true;

    public bool IsMeant(Intent intent, Asker asker) => intent == meant && !asker.Sees(Ability.RunPlan) && Permissions.ReportsFor(asker.Person).Any();

    public Wish Read(Turn turn, Wish wish)
    {
        var own = Permissions.ReportsFor(turn.Asker.Person).ToHashSet();
        var read = ObligationChoice.Read(turn, wish);
        // Another unit that is named is where the task belongs, not whose it is.
        read = read with { UnitId = read.UnitId is { } named && own.Contains(named) ? named : wish.UnitId ?? (own.Count == 1 ? own.First() : null) };
        if (kind == RequestKind.NotOurs)
            return read with { Text = read.Text ?? turn.Said.Raw.Trim() };
        // 超算样机那项要缓: whichever task it is, its words are kept until the unit's tasks are known.
        if (read.Tasks.Count == 0 && turn.Said.TaskSubject is not null)
            read = read with { Text = turn.Said.Raw.Trim(), AllTasks = false };
        if (turn.Said.Days is { } days)
            read = read with { Days = days, Day = null };
        else if (DayNamed(turn) is { } day && !NamesMissedDay(turn.Said.Plain))
            read = read with { Day = day, Days = null };
        return turn.Said.Reason is { } reason ? read with { Reason = WithoutWish(turn.Said.Raw, reason) }
            // 等交易所数据，大概下周四, asked until when: the day, and why.
            : wish.Asking is DayPart && (read.Day != wish.Day || read.Days != wish.Days) ? WithReason(turn, read, turn.Said.Raw) : read;
    }

    /// <summary>by Wednesday instead, said on a Wednesday: more time is never asked for until today, and the next one is meant.</summary>
    private static DateOnly? DayNamed(Turn turn) => turn.NamedDay is { } day && turn.Said.When is { Reference: DateReference.Weekday } && turn.Plans.Count > 0
        && day == Days.DayOf(turn.Plans[0].Now, turn.Plans[0].Zone) && !ThisWeek.IsMatch(turn.Said.Plain) ? day.AddDays(7) : turn.NamedDay;

    private static Regex ThisWeek => field ??= new("[本这]个?(?:周|星期|礼拜)|今天|(?<![a-z])(?:this|today)(?![a-z])");

    /// <summary>we won't make it by tomorrow, 明天交不了: the day that cannot be kept is not the day that is wished for.</summary>
    private static bool NamesMissedDay(string plain) => MissedDay.IsMatch(plain) && !Target.IsMatch(plain);

    private static Regex MissedDay => field ??= new("(?<![a-z])(?:won't|wont|can't|cant|cannot|unable to|not (?:be )?able to|not going to|never)(?![a-z])[^,.?!;]{0,30}(?<![a-z])by(?![a-z])|(?:今天|今晚|明天|明儿|后天|周[一二三四五六日天]|星期[一二三四五六日天]|[0-9]{1,2}[号日]|[一二三四五六七八九十]{1,3}号)(?:之?前|以前|那天|上午|下午|晚上|可能|恐怕|怕是|估计|肯定|真的?|都|是|我们?|[,，])*(?:交|报|赶|弄|做|写|完|出|来)?不(?:了|上|完|成|出来?|及)");

    private static Regex Target => field ??= new("(?:延|拖|推|缓|宽限|放|改|推迟|顺延)到|才能|再(?:交|报|给)|(?<![a-z])(?:until|till|extend|to|instead)(?![a-z])");

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part switch
    {
        // until Friday, our boss has to sign it: another day, and why.
        ReasonPart when kind == RequestKind.Extension && turn.NamedDay is { } instead && UntilFirst.IsMatch(turn.Said.Plain) => WithReason(turn, wish with { Day = instead, Days = null }, said),
        // 对 says no more than that something was heard right.
        ReasonPart when turn.Said is { Intent: Intent.Confirm, Leftover.Length: 0 } && turn.Said.IsSure(0.7) => null,
        ReasonPart => said.Trim() is { Length: > 0 } reason ? wish with { Reason = reason } : null,
        DayPart => turn.Said.Days is { } days ? WithReason(turn, wish with { Days = days, Day = null }, said)
            : DayNamed(turn) is { } day ? WithReason(turn, wish with { Day = day, Days = null }, said) : null,
        _ => ObligationChoice.Answer(turn, wish, part, said) is { UnitId: { } unit } answered && Permissions.ReportsFor(turn.Asker.Person).Contains(unit) ? answered : null,
    };

    private static Regex UntilFirst => field ??= new("^(?:until|till|by|to|make it|let's say|say)(?![a-z])|^(?:那|就|那就|还是)*(?:延|推|缓|宽限|改|放)?到(?!现在|目前|位|底)");

    /// <summary>就第三项，另外两项照常; 不是，就超算样机那一项: fewer tasks than are shown.</summary>
    public Wish? Corrected(Turn turn, Wish wish) => kind != RequestKind.Extension || turn.Said.EndsAsQuestion || !(OnlyThese.IsMatch(turn.Said.Plain) || ThatOne.IsMatch(turn.Said.Plain) || YesToThese.IsMatch(turn.Said.Plain)) ? wish
        // just tasks 2 and 3, the first one is nearly ready: of those that are named with it.
        : Clauses.Split(turn.Said.Plain).FirstOrDefault(clause => OnlyThese.IsMatch(clause)) is { } only && TaskWords.Find(only) is { Count: > 0 } these ? wish with { Tasks = [.. these.Select(task => task.Ordinal).Distinct()], AllTasks = false }
        : turn.Said.Tasks.Count > 0 ? wish with { Tasks = turn.Said.Tasks, AllTasks = false }
        : turn.Said.TaskSubject is not null || (wish.Tasks.Count != 1 && ThatOne.IsMatch(turn.Said.Plain)) ? wish with { Text = turn.Said.Raw.Trim(), Tasks = [], AllTasks = false } : wish;

    /// <summary>就这一项, just that one: which, is not said.</summary>
    private static Regex ThatOne => field ??= new("^(?:不是|不对|哦|等等|[,.])*(?:就|只|仅|光)(?:是|要|有)?(?:这|那)一?[项条个件](?:任务)?(?:就行|就好|就可以|吧|呢)*$|^(?:no,? |sorry,? )?(?:just|only) (?:this|that|the) one[.!]*$");

    /// <summary>对，第一项: a yes to that one, where more are shown.</summary>
    private static Regex YesToThese => field ??= new($"^(?:(?:对的?|是的?|嗯+|好的?|行|可以|没错|yes|yep|yeah|right|ok(?:ay)?|correct)[,. ]+)(?:就|是|为|for |on )*(?:{TaskWords.Pattern}(?:[、,和与跟及]| and |, )?)+(?:的|吧|那项|那个|就行)*[.!]*$");

    private static Regex Clauses => field ??= new("[,.;]");

    private static Regex OnlyThese => field ??= new("只|仅|光是?|就(?!这|那|行|好)|(?<![a-z])(?:only|just)(?![a-z])");

    /// <summary>下周三吧，信贷数据月初才出得来: what stands beside the day is why.</summary>
    private static Wish WithReason(Turn turn, Wish wish, string said)
    {
        var rest = string.Join('，', said.Split([',', '，', '。', '；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where((clause, place) => DateWords.Find(Spelling.Plain(clause)) is null && DateWords.FindDays(Spelling.Plain(clause)) is null || (place > 0 && clause.Contains('才', StringComparison.Ordinal))));
        var reason = turn.Said.Reason ?? (rest.Count(char.IsLetterOrDigit) >= FewestOfReason ? rest : null);
        return reason is null ? wish : wish with { Reason = Aside.Joined(wish.Reason, reason) };
    }

    /// <summary>The reason without the wish itself (能不能10号再给), where both were taken for it.</summary>
    /// <returns>Null when nothing else is left of it.</returns>
    private static string? WithoutWish(string raw, string reason)
    {
        if (!WishWords.IsMatch(reason))
            return reason;
        var rest = string.Join('，', raw.Split([',', '，', '。', '；', ';', '？', '?', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(clause => !WishWords.IsMatch(clause)));
        return rest.Count(char.IsLetterOrDigit) >= FewestOfReason ? rest : null;
    }

    private static Regex WishWords => field ??= new("能不能|可不可以|能否|可否|行不|行吗|几号截止|什么时候|可以吗|好吗|想(?:要)?(?:延|晚)|申请(?:延|宽)|延到|延期|宽限|(?:再|才)(?:给|交|报)(?:你们|行|吧|$)");

    private const int FewestOfReason = 4;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (wish.UnitId is null)
            return new ActStep.Ask("unit", RequestTexts.WhichUnit([.. OwnUnits(turn)], turn.Language));
        var (chosen, instead) = await FindAsync(turn, wish, cancellationToken);
        if (chosen is null)
            return instead!;
        if (chosen.Rows.Any(row => !row.IsOpen))
            return new ActStep.Refused(RequestTexts.NotOpen(kind, chosen.Unit.Name, [.. chosen.Rows.Where(row => !row.IsOpen).Select(row => row.UnitTaskOrdinal)], turn.Language));
        if (kind == RequestKind.NotOurs)
            return new ActStep.Ready(RequestTexts.Preview(kind, chosen.Unit.Name, chosen.Period.Period, chosen.Rows, null, wish.Text, turn.Language));
        if (wish is { Day: null, Days: null })
            return new ActStep.Ask(DayPart, RequestTexts.AskDay(chosen.Rows.Max(row => row.DueOn), turn.Language));
        var until = await UntilAsync(wish, chosen, cancellationToken);
        if (until <= chosen.Rows.Min(row => row.DueOn) && until >= Days.DayOf(chosen.View.Now, chosen.View.Zone))
            return new ActStep.Refused(RequestTexts.InTime(until, chosen.Rows.Min(row => row.DueOn), turn.Language));
        if (until <= chosen.Rows.Max(row => row.DueOn) || until < Days.DayOf(chosen.View.Now, chosen.View.Zone))
            return new ActStep.Ask(DayPart, RequestTexts.NotLater(until, chosen.Rows.Max(row => row.DueOn), turn.Language));
        if (wish.Reason is null)
            return new ActStep.Ask(ReasonPart, RequestTexts.AskReason(until, turn.Language));
        return new ActStep.Ready(RequestTexts.Preview(kind, chosen.Unit.Name, chosen.Period.Period, chosen.Rows, until, wish.Reason, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (chosen, instead) = await FindAsync(turn, wish, cancellationToken);
        if (chosen is null)
            return new(instead is ActStep.Refused refused ? refused.Reason : ActTexts.Overtaken(turn.Language));
        DateOnly? until = kind == RequestKind.Extension ? await UntilAsync(wish, chosen, cancellationToken) : null;
        var text = kind == RequestKind.Extension ? wish.Reason : wish.Text;
        return await ask.RunAsync(wish.Id, kind, chosen.Period, chosen.Rows, until, text, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is { } number
            ? new(RequestTexts.Made(number, kind, chosen.Rows.Max(row => row.DueOn), turn.Language))
            : new(ActTexts.Overtaken(turn.Language));
    }

    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));

    private async Task<(ChosenReports? Chosen, ActStep? Instead)> FindAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (chosen, instead) = await choice.FindAsync(
            turn, wish, row => row.IsOpen, asksWhich: false, (unit, period) => RulingTexts.Nothing(RulingKind.Extend, unit, period, turn.Language), cancellationToken);
        if (chosen is not { Rows.Count: > 1 } || wish is not { Tasks.Count: 0, AllTasks: false } || (kind == RequestKind.Extension && wish.Text is null))
            return (chosen, instead);
        var subjects = new ReportSubjects([.. chosen.Rows.Select(row => (row.UnitTaskOrdinal, $"{row.TaskTitle} {row.TaskText}"))]);
        if (kind == RequestKind.Extension)
            return ThatOne.IsMatch(Spelling.Plain(wish.Text!)) ? (null, new ActStep.Ask("tasks", ActTexts.WhichTasks(chosen.Unit.Name, chosen.Period.Period, chosen.Rows, turn.Language)))
                : TaskWords.Find(Spelling.Plain(TaskMentions.Everywhere(wish.Text!, subjects))) is { Count: > 0 } meant ? (chosen with { Rows = [.. chosen.Rows.Where(row => meant.Any(one => one.Ordinal == row.UnitTaskOrdinal))] }, null)
                : subjects.FindAtStart(wish.Text!) is { } atStart ? (chosen with { Rows = [.. chosen.Rows.Where(row => row.UnitTaskOrdinal == atStart)] }, null)
                // One is named, and fits none: it is asked which, rather than taken for all.
                : OfOne.IsMatch(Spelling.Plain(wish.Text!)) ? (null, new ActStep.Ask("tasks", ActTexts.WhichTasks(chosen.Unit.Name, chosen.Period.Period, chosen.Rows, turn.Language))) : (chosen, instead);
        // 论坛那块不归我们 names its task by what it is about.
        return subjects.FindAtStart(wish.Text ?? "") is { } task
            ? (chosen with { Rows = [.. chosen.Rows.Where(row => row.UnitTaskOrdinal == task)] }, null)
            : (null, new ActStep.Ask("tasks", ActTexts.WhichTasks(chosen.Unit.Name, chosen.Period.Period, chosen.Rows, turn.Language)));
    }

    /// <summary>科创板那条….</summary>
    private static Regex OfOne => field ??= new("^(?:就|我们?|咱们?|那个|请|把)*[\u4e00-\u9fff0-9a-z]{2,12}(?:那|这)一?[项条个件](?!月|星期|礼拜|周|季度?|人|问题)");

    private async Task<DateOnly> UntilAsync(Wish wish, ChosenReports chosen, CancellationToken cancellationToken) =>
        wish.Day ?? (await currentCalendar.ReadAsync(cancellationToken)).Plus(chosen.Rows.Max(row => row.DueOn), wish.Days ?? 0);

    private static IEnumerable<string> OwnUnits(Turn turn)
    {
        var own = Permissions.ReportsFor(turn.Asker.Person).ToHashSet();
        return turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).Where(unit => own.Contains(unit.Id)).Select(unit => unit.Name);
    }
}
