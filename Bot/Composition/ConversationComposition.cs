using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanBot.Dialogs;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Reporting;

namespace PlanBot.Composition;

/// <summary>The conversation: the bot behind every channel, its dialogs and answers.</summary>
internal static class ConversationComposition
{
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new ConversationState(provider.GetRequiredService<IStorage>()));
        services.TryAddSingleton<Memory>();
        services.TryAddTransient<IBot, PlanBotHandler>();
        services.TryAddTransient<MainDialog>();
        services.TryAddTransient<ReportDialog>();
        services.TryAddTransient<UrgeDialog>();

        services.TryAddTransient<PlanViews>();
        services.TryAddTransient<Answerer>();
        services.TryAddTransient<PeriodAnswers>();
        services.TryAddTransient<UnitAnswers>();
        services.TryAddTransient<OwnAnswers>();
        services.TryAddTransient<DueAnswers>();

        services.TryAddTransient<ReportSteps>();
        services.TryAddTransient<ReportDesk>();
        services.TryAddTransient<ReportFiling>();
        services.TryAddTransient<ReportCards>();
        services.TryAddTransient<CarryOver>();
        services.TryAddTransient<LooseTexts>();
        return services;
    }
}
