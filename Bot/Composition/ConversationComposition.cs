using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanBot.Data.Model;
using PlanBot.Dialogs;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;

namespace PlanBot.Composition;

/// <summary>The conversation: the bot behind every channel, its dialogs and answers.</summary>
internal static class ConversationComposition
{
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new ConversationState(provider.GetRequiredService<IStorage>()));
        services.TryAddSingleton<Memory>();
        services.TryAddTransient<Agenda>();
        services.TryAddTransient<FocusMemory>();
        services.TryAddTransient<IBot, PlanBotHandler>();
        services.TryAddTransient<Strangers>();
        services.TryAddTransient<MainDialog>();
        services.TryAddTransient<ReportDialog>();
        services.TryAddTransient<ActDialog>();
        services.TryAddTransient<CardPresses>();
        services.TryAddTransient<ShownCards>();
        services.TryAddTransient<FormWindow>();

        services.AddActs();

        services.TryAddTransient<PlanViews>();
        services.TryAddTransient<Answerer>();
        services.TryAddTransient<PeriodAnswers>();
        services.TryAddTransient<StageAnswers>();
        services.TryAddTransient<UnitFacts>();
        services.TryAddTransient<UnitAnswers>();
        services.TryAddTransient<TaskAnswers>();
        services.TryAddTransient<OwnAnswers>();
        services.TryAddTransient<ReturnReasons>();
        services.TryAddTransient<DueAnswers>();
        services.TryAddTransient<VersionAnswers>();
        services.TryAddTransient<ReadOnAnswers>();
        services.TryAddTransient<TaskSearchAnswers>();
        services.TryAddTransient<PromiseAnswers>();
        services.TryAddTransient<PlanAnswers>();
        services.TryAddTransient<ContactAnswers>();
        services.TryAddTransient<OfficeAnswers>();
        services.TryAddTransient<HowAnswers>();
        services.TryAddTransient<TrendAnswers>();
        services.TryAddTransient<ProblemAnswers>();
        services.TryAddTransient<MentionAnswers>();
        services.TryAddTransient<CascadeAnswers>();
        services.TryAddTransient<SentAnswers>();
        services.TryAddTransient<NotSent>();
        services.TryAddTransient<Unchanged>();
        services.TryAddTransient<HeldSteps>();
        services.TryAddTransient<Those>();
        services.TryAddTransient<AuditAnswers>();
        services.TryAddTransient<ReachAnswers>();
        services.TryAddTransient<DeliveryAnswers>();
        services.TryAddTransient<PausedAnswers>();
        services.TryAddTransient<ExtendedAnswers>();
        services.TryAddTransient<PlanTaskAnswers>();
        services.TryAddTransient<LadderAnswers>();
        services.TryAddTransient<BurdenAnswers>();
        services.TryAddTransient<QuotaAnswers>();
        services.TryAddTransient<DashboardAnswers>();
        services.TryAddTransient<AcknowledgeAnswers>();
        services.TryAddTransient<DoneActs>();
        services.TryAddTransient<TakeBack>();
        services.TryAddTransient<CalendarAnswers>();
        services.TryAddTransient<PreviewAnswers>();
        services.TryAddTransient<ExportAnswers>();

        services.TryAddTransient<ReportSteps>();
        services.TryAddTransient<ReportOpening>();
        services.TryAddTransient<ReportWriting>();
        services.TryAddTransient<ReportMoving>();
        services.TryAddTransient<PeriodMoving>();
        services.TryAddTransient<ReportRevising>();
        services.TryAddTransient<ReportQuestions>();
        services.TryAddTransient<ReportDesk>();
        services.TryAddTransient<ReportFiling>();
        services.TryAddTransient<ReportCards>();
        services.TryAddTransient<CarryOver>();
        services.TryAddTransient<LooseTexts>();
        services.TryAddTransient<SentFiles>();
        services.TryAddTransient<EvidenceDesk>();
        services.TryAddTransient<EvidenceDialog>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFiles, InlineFiles>());
        return services;
    }

    /// <summary>What people can have done by words, in the order in which they are asked whether they are meant.</summary>
    private static void AddActs(this IServiceCollection services)
    {
        services.AddTransient<ObligationChoice>().AddTransient<ManyReports>().AddTransient<TaskMeant>().AddTransient<Narrowing>().AddTransient<DayAnew>().AddTransient<RequestView>();
        services.AddTransient<UseCases.ClosePeriod>().AddTransient<IAct, ClosePeriodAct>();
        services.TryAddSingleton<UseCases.MendNotice>();
        services.AddTransient<IAct, BroadcastAct>().AddTransient<IAct, ImportNoticeAct>().AddTransient<IAct, AliasAct>();
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<AbsenceAct>(provider, false));
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<AbsenceAct>(provider, true));
        services.AddTransient<IAct, LadderAct>().AddTransient<IAct, StepAct>();
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<PauseAct>(provider, false));
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<PauseAct>(provider, true));
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<ProblemAct>(provider, ProblemMark.Followed));
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<ProblemAct>(provider, ProblemMark.Solved));
        AddRuling(services, RulingKind.Extend, Intent.Extend);
        AddRuling(services, RulingKind.Return, Intent.Return);
        AddRuling(services, RulingKind.Accept, Intent.Accept);
        AddRuling(services, RulingKind.Waive, Intent.Waive);
        AddRuling(services, RulingKind.SignOff, Intent.SignOff);
        services.AddTransient<IAct, WithdrawAct>().AddTransient<IAct, TakeBackRequestAct>().AddTransient<IAct, DropDraftAct>();
        services.AddTransient<IAct, RequireSignOffAct>().AddTransient<IAct, UrgeAct>().AddTransient<IAct, SnoozeAct>();
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<AskForRulingAct>(provider, RequestKind.Extension, Intent.Extend));
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<AskForRulingAct>(provider, RequestKind.NotOurs, Intent.NotOurs));
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<DecideRequestAct>(provider, true));
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<DecideRequestAct>(provider, false));
        services.AddTransient<IAct, ChangeContactAct>().AddTransient<IAct, InviteAct>().AddTransient<IAct, HandoverAct>().AddTransient<IAct, DetailsAct>();
    }

    private static void AddRuling(IServiceCollection services, RulingKind kind, Intent intent) =>
        services.AddTransient<IAct>(provider => ActivatorUtilities.CreateInstance<RulingAct>(provider, kind, intent));
}
