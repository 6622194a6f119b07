using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs;

/// <summary>What every step of a turn needs to know; found once, at its beginning.</summary>
public sealed record Turn(Asker Asker, Understood Said, IReadOnlyList<PlanView> Plans)
{
    public Language Language => Asker.Language;

    /// <summary>All plans, where the words have narrowed <see cref="Plans"/> to those that they mean.</summary>
    public IReadOnlyList<PlanView> AllPlans { get; init; } = Plans;

    /// <summary>Plans whose first period is still to come, where others have begun; most often none.</summary>
    public IReadOnlyList<PlanView> NotBegun { get; init; } = [];

    /// <summary>Files that came with the words; none most of the time.</summary>
    public IReadOnlyList<FileContent> Files { get; init; } = [];

    /// <summary>The card's button that the words come from; null when they were typed.</summary>
    public CardPress? Press { get; init; }

    /// <summary>The day that the words name (到周五), by the working calendar; null when none is named, or where nobody has looked.</summary>
    public DateOnly? NamedDay { get; init; }

    /// <summary>The first working day after <see cref="NamedDay"/>; null where that is.</summary>
    public DateOnly? DayAfterNamed { get; init; }

    /// <summary>The moment that the words name (明天上午); null when none is named, or where nobody has looked.</summary>
    public DateTimeOffset? NamedMoment { get; init; }

    public static Turn Of(ITurnContext context) => context.TurnState.Get<Turn>() ?? throw new InvalidOperationException("The turn was not begun by PlanBotHandler");

    public static Task SendAsync(ITurnContext context, Reply reply, CancellationToken cancellationToken)
    {
        context.TurnState.Set(reply);
        return context.SendActivityAsync(ReplyActivity.Of(reply), cancellationToken);
    }

    /// <summary>Text of the last message of this turn; empty when there was none.</summary>
    public static string LastSaid(ITurnContext context) => context.TurnState.Get<Reply>()?.Text ?? "";

    /// <summary>Tells whoever pressed a button, and nobody else where the channel can; like any message where it cannot.</summary>
    public static Task TellPresserAsync(ITurnContext context, Reply reply, CancellationToken cancellationToken)
    {
        if (context.TurnState.Get<PressAnswer>() is not { } answer)
            return SendAsync(context, reply, cancellationToken);
        answer.Notice = reply.Text;
        return Task.CompletedTask;
    }
}
