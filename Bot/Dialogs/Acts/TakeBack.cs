using System.Text.RegularExpressions;
using Microsoft.Bot.Builder;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>撤销, 刚才那个收错了: finds the act that is meant among those of the conversation, and then among what the audit knows that this person did.</summary>
public sealed class TakeBack(IEnumerable<IAct> acts, DoneActs doneActs, IAuditRepository audit, TimeProvider clock)
{
    /// <summary>Rows of the audit that are looked through, and how far they go back.</summary>
    private const int MostRecords = 200;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(3);

    /// <summary>Acts that are offered where the words name none.</summary>
    private const int MostOffered = 4;

    /// <summary>撤销: takes back the last act of this conversation; 撤销给教委的延期 the last one of that kind for that unit.</summary>
    public async Task<Reply> RunAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        var done = await doneActs.ReadAsync(context, cancellationToken);
        var (kinds, unit) = (KindsNamed(turn), turn.Said.Unit?.One);
        // take back the first thing: by its place among what was done.
        if (Understand.TakenBackByPlace.Match(turn.Said.Plain) is { Success: true } place && done.Count > 0)
            (kinds, unit, done) = ([], null, [.. done.Take(PlaceOf(place.Groups["n"].Value, done.Count))]);
        // 撤销 alone means what was done last: where that cannot be taken back, nothing before it is.
        var meant = kinds.Count == 0 && unit is null ? done.LastOrDefault() : done.LastOrDefault(one => IsMeant(one.Wish, kinds, unit));
        if (meant is not null)
        {
            await doneActs.ForgetAsync(context, meant, cancellationToken);
            var act = acts.FirstOrDefault(act => act.Name == meant.Wish.Act);
            return meant.Undo is { } undo && act is not null ? await act.UndoAsync(turn, undo, cancellationToken) : ActTexts.NotToBeUndone(meant.Wish.Act, NameOf(turn, meant.Wish.UnitId), turn.Language);
        }
        return await OfAuditAsync(turn, kinds, unit, cancellationToken);
    }

    /// <summary>How many of so many there are up to the one that is meant.</summary>
    private static int PlaceOf(string words, int count) => words switch { "" or "first" or "一" => 1, "second" or "二" => Math.Min(2, count), "third" or "三" => Math.Min(3, count), _ => count };

    /// <summary>the waiver, yes; 对，免报那个: an act by its name, and no more.</summary>
    /// <returns>The act's name; null when it is not named, or more is said.</returns>
    internal static string? KindAlone(string plain) => Alone.Match(plain) is { Success: true } alone ? Mistakes.FirstOrDefault(one => alone.Groups[one.Group].Success).Act : null;

    private static Regex Alone => field ??= new("^(?:(?:yes|yep|right|ok|okay|exactly|i mean|the|that)[, ]+)*(?:(?<accept>acceptance|approval)|(?<back>return)|(?<more>extension)|(?<waive>waiver|waived?|exemption)|(?<pause>pause)|(?<invite>invitation)|(?<urge>urging|reminder))(?: (?:one|of course|please))?[, ]*(?:yes|right|please|that one|i meant?)?[.!]?$|^(?:对|是|嗯|就|是的|没错|,)*(?:(?<waive>免报)|(?<more>延期)|(?<back>退回)|(?<accept>通过)|(?<pause>暂停)|(?<urge>催办)|(?<invite>邀请))(?:的)?(?:那|这)?(?:个|条|次|步|一)*[,]?(?:对|是的?|没错|吧)*$");

    private static bool IsMeant(Wish wish, HashSet<string> kinds, Unit? unit) =>
        (kinds.Count == 0 || kinds.Contains(wish.Act)) && (unit is null || wish.UnitId == unit.Id || wish.MoreUnits.Contains(unit.Id));

    /// <summary>What was done elsewhere, or long ago: taken back where the words name it, else told.</summary>
    private async Task<Reply> OfAuditAsync(Turn turn, HashSet<string> kinds, Unit? unit, CancellationToken cancellationToken)
    {
        var recent = (await audit.ByPersonAsync(turn.Asker.Person.Id, clock.GetUtcNow() - Recent, MostRecords, cancellationToken)).GroupBy(record => (record.At, record.Action)).Select(rows => rows.ToList()).ToList();
        var undone = recent.SelectMany(rows => rows).Where(record => TakenBack(record.Action) is not null).Select(record => (TakenBack(record.Action)!, record.SubjectId)).ToHashSet();
        var found = new List<(IAct Act, IReadOnlyList<AuditRecord> Records, Guid? UnitId)>();
        foreach (var rows in recent.Where(rows => !rows.TrueForAll(record => undone.Contains((record.Action, record.SubjectId)))))
        {
            if (acts.FirstOrDefault(act => act.Name == rows[0].Action) is { } act)
                found.Add((act, rows, await act.UnitOfAsync(rows, cancellationToken)));
        }
        var fitting = found.FindAll(one => (kinds.Count == 0 || kinds.Contains(one.Act.Name)) && (unit is null || one.UnitId == unit.Id));
        if ((kinds.Count > 0 || unit is not null) && fitting is [var meant, ..])
        {
            return await meant.Act.UndoOfAsync(meant.Records, cancellationToken) is { } undo
                ? await meant.Act.UndoAsync(turn, undo, cancellationToken)
                : ActTexts.NotToBeUndone(meant.Act.Name, NameOf(turn, meant.UnitId), turn.Language);
        }
        var offered = (fitting.Count > 0 ? fitting : found).Take(MostOffered).Select(one => (one.Act.Name, NameOf(turn, one.UnitId), one.Records[0].At)).ToList();
        var zone = turn.Plans.Count > 0 ? turn.Plans[0].Zone : TimeZoneInfo.Utc;
        return ActTexts.NothingToUndo(offered, unit?.Name, zone, turn.Language);
    }

    /// <summary>The action that an action takes back; null when it takes none back.</summary>
    private static string? TakenBack(string action) =>
        action.StartsWith("undo-", StringComparison.Ordinal) ? action["undo-".Length..] : action == "resume-reminders" ? "pause-reminders" : null;

    /// <summary>Names of the acts that the words name beside their wish to take one back; empty when they name none.</summary>
    private HashSet<string> KindsNamed(Turn turn)
    {
        // 收错了，退回未审状态: what was wrong is what is meant; to where it goes back is not.
        if (Mistaken.Match(turn.Said.Plain) is { Success: true } wrong)
            return [.. Mistakes.Where(one => wrong.Groups[one.Group].Success).Select(one => one.Act)];
        var found = new HashSet<string>();
        foreach (var idea in turn.Said.Evidence.Select(evidence => evidence.Idea).Where(idea => idea != nameof(Intent.Undo) && !(idea == nameof(Intent.Return) && BackTo.IsMatch(turn.Said.Plain))))
        {
            var intent = idea == "Approve" ? Intent.Accept : idea == "Pause" ? Intent.PauseReminders : Enum.TryParse<Intent>(idea, out var named) ? named : Intent.None;
            if (intent is not (Intent.None or Intent.Withdraw or Intent.Cancel) && acts.FirstOrDefault(act => act.IsMeant(intent, turn.Asker)) is { } act)
                found.Add(act.Name);
        }
        return found;
    }

    private static string? NameOf(Turn turn, Guid? unitId) => turn.AllPlans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == unitId)?.Name;

    private static readonly (string Group, string Act)[] Mistakes =
        [("accept", "accept-report"), ("back", "return-report"), ("more", "extend-due"), ("waive", "waive-report"), ("urge", "urge"), ("change", "change-contact"), ("pause", "pause-reminders"), ("invite", "invite")];

    private const string Wrong = "(?:回|期|报|掉|过|给)?(?:·|他们|它)*(?:错|岔|早)了";

    private static Regex Mistaken => field ??= new($"(?:(?<accept>收|通过|审)|(?<back>退|打)|(?<more>延)|(?<waive>免)|(?<urge>催)|(?<change>换)|(?<pause>停)|(?<invite>邀请)){Wrong}|(?:误|不该|不应该?)(?:给)?(?:(?<accept>收|通过)|(?<back>退)|(?<more>延)|(?<waive>免)|(?<change>换)|(?<pause>停))"
        + "|(?:(?<accept>acceptance|approval)|(?<back>return)|(?<more>extension)|(?<waive>waiver|exemption)|(?<change>change of contact)|(?<pause>pause)|(?<invite>invitation)) (?:of .{1,30} )?was (?:a |an |by |in )?(?:mistake|error|slip|wrong)"
        + "|(?:shouldn't|should not|didn't mean to|did not mean to) (?:have )?(?:(?<accept>accept|approv)|(?<back>return|sen[dt])|(?<more>extend)|(?<waive>waiv)|(?<pause>paus)|(?<invite>invit))"
        + "|(?:(?<accept>accepted|approved)|(?<back>returned)|(?<more>extended)|(?<waive>waived)|(?<pause>paused)|(?<invite>invited)) .{0,30}(?:by mistake|in error|by accident|too soon)");

    /// <summary>退回未审状态 says to where it goes back, and returns nothing.</summary>
    private static Regex BackTo => field ??= new("(?:退|打)回(?:去|到|成|为)?(?:未|待|没|原|之前|先前|提交|刚才|那个状态)|put .{1,30} back (?:to|as|the way)");
}
