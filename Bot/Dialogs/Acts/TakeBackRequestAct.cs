using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>我不延期了, 撤回申请: a contact takes back what the coordinators have not decided yet.</summary>
public sealed class TakeBackRequestAct(IRequestRepository requests, RequestView view, TakeBackRequest takeBack) : IAct
{
    private const string NumberPart = "number";

    public string Name => "take-back-request";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.TakeBackRequest && Permissions.ReportsFor(asker.Person).Any();

    public Wish Read(Turn turn, Wish wish) => turn.Said.Request is { } number ? wish with { Number = number } : wish;

    public Wish? Answer(Turn turn, Wish wish, string part, string said) =>
        (turn.Said.Request ?? Numbers.Parse(Spelling.Plain(said))) is { } number ? wish with { Number = number } : null;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var own = await OwnAsync(turn, cancellationToken);
        if (own.Count == 0)
            return new ActStep.Refused(RequestTexts.NothingToTakeBack(turn.Language));
        var chosen = wish.Number is { } number ? own.FirstOrDefault(request => request.Number == number) : own.Count == 1 ? own[0] : null;
        if (chosen is not null)
            return new ActStep.Ready(RequestTexts.PreviewTakeBack(await view.LineAsync(chosen, turn.Language, cancellationToken), turn.Language));
        var lines = new List<string>();
        foreach (var request in own)
            lines.Add(await view.LineAsync(request, turn.Language, cancellationToken));
        return new ActStep.Ask(NumberPart, RequestTexts.WhichToTakeBack([.. own.Select(request => request.Number)], lines, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var own = await OwnAsync(turn, cancellationToken);
        return (wish.Number ?? (own.Count == 1 ? own[0].Number : null)) is { } number && await takeBack.RunAsync(number, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
            ? new(RequestTexts.TookBack(number, turn.Language))
            : new(ActTexts.Overtaken(turn.Language));
    }

    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));

    private async Task<List<Request>> OwnAsync(Turn turn, CancellationToken cancellationToken) =>
        [.. (await requests.OfPersonAsync(turn.Asker.Person.Id, cancellationToken)).Where(request => request.State == RequestState.Open)];
}
