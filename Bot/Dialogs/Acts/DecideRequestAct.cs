using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>同意申请3, 不同意申请3，数据月底才有: a coordinator decides what somebody has asked for.</summary>
public sealed class DecideRequestAct(bool isGranted, IRequestRepository requests, RequestView view, DecideRequest decide) : IAct
{
    private const string NumberPart = "number";

    public string Name => isGranted ? "grant-request" : "decline-request";

    public bool IsMeant(Intent intent, Asker asker) => intent == (isGranted ? Intent.Grant : Intent.Decline) && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish)
    {
        if (turn.Said.Request is { } number)
            wish = wish with { Number = number };
        return turn.Said.Reason is { } reason ? wish with { Reason = reason } : wish;
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) =>
        (turn.Said.Request ?? Numbers.Parse(Spelling.Plain(said))) is { } number ? wish with { Number = number } : null;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var open = await requests.OpenAsync(cancellationToken);
        if (open.Count == 0)
            return new ActStep.Refused(RequestTexts.NoneOpen(turn.Language));
        var number = wish.Number ?? (open.Count == 1 ? open[0].Number : null);
        if (number is null)
            return new ActStep.Ask(NumberPart, RequestTexts.WhichOne(await LinesAsync(open, turn, cancellationToken), isGranted, turn.Language));
        return open.FirstOrDefault(request => request.Number == number) is { } chosen
            ? new ActStep.Ready(RequestTexts.PreviewDecision(await view.LineAsync(chosen, turn.Language, cancellationToken), isGranted, wish.Reason, turn.Language))
            : new ActStep.Refused(RequestTexts.NotOpenAnyMore(number.Value, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var open = await requests.OpenAsync(cancellationToken);
        if ((wish.Number ?? (open.Count == 1 ? open[0].Number : null)) is not { } number)
            return new(ActTexts.Overtaken(turn.Language));
        return new(await decide.RunAsync(number, isGranted, wish.Reason, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) switch
        {
            DecisionResult.Done => RequestTexts.Decided(number, isGranted, turn.Language),
            DecisionResult.NotPossible => RequestTexts.CannotBeGranted(number, turn.Language),
            _ => RequestTexts.NotOpenAnyMore(number, turn.Language),
        });
    }

    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));

    private async Task<IReadOnlyList<string>> LinesAsync(IReadOnlyList<Request> open, Turn turn, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var request in open.Take(6))
            lines.Add(await view.LineAsync(request, turn.Language, cancellationToken));
        return lines;
    }
}
