using System.Text.Json;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>同意申请3, 不同意申请3，数据月底才有, 全部同意: a coordinator decides what somebody has asked for.</summary>
public sealed class DecideRequestAct(bool isGranted, IRequestRepository requests, RequestView view, DecideRequest decide) : IAct
{
    private const string NumberPart = "number";

    /// <summary>More would fill more than a screen; the others have their turn afterwards.</summary>
    private const int MostAtOnce = 10;

    public string Name => isGranted ? "grant-request" : "decline-request";

    public bool IsMeant(Intent intent, Asker asker) => intent == (isGranted ? Intent.Grant : Intent.Decline) && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish)
    {
        // A request that comes after this moment was not shown, and is not decided.
        if (wish.At is null && turn.Plans.Count > 0)
            wish = wish with { At = turn.Plans[0].Now };
        if (turn.Said.Unit?.One is { } unit)
            wish = wish with { UnitId = unit.Id };
        if (KindIn(turn.Said.Plain) is { } kind)
            wish = wish with { Name = kind.ToString() };
        if (turn.Said.Request is { } number)
            wish = wish with { Number = number, AllTasks = false };
        // 同意第一个 counts in the list of those that wait.
        else if (turn.Said.Tasks.Count > 0 && !TaskWord.IsMatch(turn.Said.Plain))
            wish = wish with { Tasks = turn.Said.Tasks, AllTasks = false };
        else if (All.IsMatch(turn.Said.Plain))
            wish = wish with { AllTasks = true, Number = null };
        return turn.Said.Reason is { } reason ? wish with { Reason = reason } : wish;
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) =>
        (turn.Said.Request ?? Numbers.Parse(Spelling.Plain(said))) is { } number ? wish with { Number = number }
        : Read(turn, wish) is var read && read != wish ? read : null;

    public Wish? Remark(Wish wish, string remark) => wish with { Reason = Aside.Joined(wish.Reason, remark) };

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(wish, cancellationToken);
        if (open.Count == 0)
            return new ActStep.Refused(RequestTexts.NoneOpen(turn.Language));
        if (wish.Number is { } named && open.All(request => request.Number != named))
            return new ActStep.Refused(RequestTexts.NotOpenAnyMore(named, turn.Language));
        var chosen = Chosen(open, wish);
        if (chosen.Count == 0)
            return Narrowed(open, wish).Count == 0 && wish.UnitId is not null
                ? new ActStep.Refused(RequestTexts.NoneOf(ContactWords.UnitName(turn, wish), open.Count, turn.Language))
                : new ActStep.Ask(NumberPart, RequestTexts.WhichOne(await LinesAsync(open, turn, cancellationToken), isGranted, turn.Language));
        var lines = await LinesAsync(chosen, turn, cancellationToken);
        return new ActStep.Ready(lines is [var line] ? RequestTexts.PreviewDecision(line, isGranted, wish.Reason, turn.Language) : RequestTexts.PreviewDecisions(lines, isGranted, wish.Reason, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var chosen = Chosen(await OpenAsync(wish, cancellationToken), wish);
        if (chosen.Count == 0)
            return new(wish.Number is { } gone ? RequestTexts.NotOpenAnyMore(gone, turn.Language) : ActTexts.Overtaken(turn.Language));
        var (done, undo, failed) = (new List<int>(), new List<DecisionDone?>(), new List<string>());
        foreach (var request in chosen)
        {
            var (result, decided) = await decide.RunAsync(request.Number, isGranted, wish.Reason, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken);
            if (result == DecisionResult.Done)
            {
                done.Add(request.Number);
                undo.Add(decided);
            }
            else
                failed.Add((result == DecisionResult.NotPossible ? RequestTexts.CannotBeGranted(request.Number, turn.Language) : RequestTexts.NotOpenAnyMore(request.Number, turn.Language)).Text);
        }
        var canBeUndone = undo.Count > 0 && undo.TrueForAll(one => one is not null);
        if (done.Count == 0)
            return new(new(string.Join('\n', failed)));
        var reply = RequestTexts.Decided(done, isGranted, canBeUndone, turn.Language);
        return new(failed.Count == 0 ? reply : reply with { Text = $"{reply.Text}\n{string.Join('\n', failed)}" }, canBeUndone ? JsonSerializer.Serialize(undo) : null, chosen.Count == 1 ? chosen[0].UnitId : null);
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        var isUndone = true;
        var decided = JsonSerializer.Deserialize<IReadOnlyList<DecisionDone>>(undo)!;
        foreach (var done in decided)
            isUndone &= await decide.UndoAsync(done, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken);
        return isUndone ? ActTexts.Undone(RequestTexts.DecisionOn([.. decided.Select(done => done.Number)], turn.Language), turn.Language) : ActTexts.CannotUndo(turn.Language);
    }

    private static IReadOnlyList<Request> Chosen(IReadOnlyList<Request> open, Wish wish) =>
        wish.Number is { } number ? [.. open.Where(request => request.Number == number)] : Narrowed(open, wish) is var left && (wish.AllTasks || left.Count == 1) ? [.. left.Take(MostAtOnce)] : [];

    /// <summary>By the unit and the kind that were named, and by the place in the list.</summary>
    private static List<Request> Narrowed(IReadOnlyList<Request> open, Wish wish)
    {
        var left = open.Where(request => (wish.UnitId is null || request.UnitId == wish.UnitId) && (wish.Name is null || request.Kind.ToString() == wish.Name)).ToList();
        return wish.Tasks.Count == 0 ? left : [.. left.Where((_, place) => wish.Tasks.Any(task => TaskWords.Counted(task, left.Count) == place + 1))];
    }

    private static RequestKind? KindIn(string plain) =>
        HandoverWord.IsMatch(plain) ? RequestKind.Handover : ExtensionWord.IsMatch(plain) ? RequestKind.Extension : NotOursWord.IsMatch(plain) ? RequestKind.NotOurs : ClaimWord.IsMatch(plain) ? RequestKind.Claim : DetailsWord.IsMatch(plain) ? RequestKind.Details : null;

    private async Task<IReadOnlyList<Request>> OpenAsync(Wish wish, CancellationToken cancellationToken) =>
        [.. (await requests.OpenAsync(cancellationToken)).Where(request => request.MadeAt <= (wish.At ?? DateTimeOffset.MaxValue))];

    /// <summary>All in full: nothing is decided that was not shown.</summary>
    private async Task<IReadOnlyList<string>> LinesAsync(IReadOnlyList<Request> open, Turn turn, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var request in open)
            lines.Add(await view.LineAsync(request, turn.Language, cancellationToken));
        return lines;
    }

    private static Regex TaskWord => field ??= new("任务|(?<!一)项|task|item");

    private static Regex HandoverWord => field ??= new("交接|移交|换人|接手|hand ?over");

    private static Regex ExtensionWord => field ??= new("延期|延到|宽限|延长|extension|more time");

    private static Regex NotOursWord => field ??= new("分工|异议|不归|不是.{0,4}任务|objection|not (?:our|their)");

    private static Regex ClaimWord => field ??= new("绑定|认领|claim|bound|bind");

    private static Regex DetailsWord => field ??= new("联络方式|联系方式|手机号|电话|号码|邮箱|contact details|phone|number change|mail address");

    private static Regex All => field ??= new("全部|所有|都|一并|一起|一律|(?<![a-z])(?:all|every|both|everything)(?![a-z])");
}
