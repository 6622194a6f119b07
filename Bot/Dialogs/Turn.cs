using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs;

/// <summary>What every step of a turn needs to know; found once, at its beginning.</summary>
public sealed record Turn(Asker Asker, Understood Said, IReadOnlyList<PlanView> Plans)
{
    public Language Language => Asker.Language;

    /// <summary>Files that came with the words; none most of the time.</summary>
    public IReadOnlyList<FileContent> Files { get; init; } = [];

    /// <summary>The working days by which dates in what was said are worked out; the week alone when it speaks of none.</summary>
    public WorkingDayCalendar Calendar { get; init; } = new([]);

    /// <summary>The day that the words name (到周五); null when they name none, or one that does not exist.</summary>
    public DateOnly? NamedDay => Plans.Count > 0 ? Said.When?.DayIn(DateOnly.FromDateTime(CivilNow), Calendar) : null;

    /// <summary>The moment that the words name (明天上午); null when they name none.</summary>
    public DateTimeOffset? NamedMoment => Plans.Count > 0 && Said.When?.MomentIn(CivilNow, Calendar) is { } moment
        ? new CivilTime(Plans[0].Zone).At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment))
        : null;

    private DateTime CivilNow => TimeZoneInfo.ConvertTime(Plans[0].Now, Plans[0].Zone).DateTime;

    public static Turn Of(ITurnContext context) => context.TurnState.Get<Turn>() ?? throw new InvalidOperationException("The turn was not begun by PlanBotHandler");

    public static Task SendAsync(ITurnContext context, Reply reply, CancellationToken cancellationToken) =>
        context.SendActivityAsync(ReplyActivity.Of(reply), cancellationToken);
}
