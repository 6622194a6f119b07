using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlanBot.Data.Migrations;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Exporting;
using PlanBot.Importing;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The database and all that reads and writes it.</summary>
internal static class DataComposition
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>()
            .Configure(options =>
            {
                options.Provider = configuration["Database:Provider"] ?? options.Provider;
                options.ConnectionString = configuration.GetConnectionString("PlanBot") ?? options.ConnectionString;
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidation>();
        services.TryAddSingleton<IDatabase>(provider => Database.For(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value));
        services.TryAddSingleton<ISharedLocks>(provider => provider.GetRequiredService<IDatabase>() is PostgresDatabase postgres
            ? new PostgresLocks(postgres, provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString)
            : new NoSharedLocks());
        services.TryAddSingleton<IChatWatch>(provider => provider.GetRequiredService<IDatabase>() is PostgresDatabase postgres ? new PostgresChatWatch(postgres) : new NoChatWatch());
        services.TryAddSingleton(provider => new Migrator(provider.GetRequiredService<IDatabase>(), provider.GetRequiredKeyedService<TimeProvider>("wall")));

        services.TryAddSingleton<IPlanRepository, PlanRepository>();
        services.TryAddSingleton<IUnitRepository, UnitRepository>();
        services.TryAddSingleton<IPlanRevisionRepository, PlanRevisionRepository>();
        services.TryAddSingleton<ITaskLinkRepository, TaskLinkRepository>();
        services.TryAddSingleton<IPersonRepository, PersonRepository>();
        services.TryAddSingleton<IContactListRepository, ContactListRepository>();
        services.TryAddSingleton<IBindingRepository, BindingRepository>();
        services.TryAddSingleton<IPeriodRepository, PeriodRepository>();
        services.TryAddSingleton<IObligationRepository, ObligationRepository>();
        services.TryAddSingleton<IProgressRepository, ProgressRepository>();
        services.TryAddSingleton<IKeptTextRepository, KeptTextRepository>();
        services.TryAddSingleton<IEvidenceRepository, EvidenceRepository>();
        services.TryAddSingleton<IFileOfferRepository, FileOfferRepository>();
        services.TryAddSingleton<IReceiptRepository, ReceiptRepository>();
        services.TryAddSingleton<IPaceRepository, PaceRepository>();
        services.TryAddSingleton<IInboxRepository, InboxRepository>();
        services.TryAddSingleton<IErrandRepository, ErrandRepository>();
        services.TryAddSingleton<IChannelRepository, ChannelRepository>();
        services.AddSection<EvidenceOptions>(configuration, "Evidence").AddSection<ImportOptions>(configuration, "Import").AddSection<ExportOptions>(configuration, "Export");
        services.TryAddSingleton<EvidenceStore>();
        services.TryAddSingleton<IReminderRepository, ReminderRepository>();
        services.TryAddSingleton<IAuditRepository, AuditRepository>();
        services.TryAddSingleton<ILetterRepository, LetterRepository>();
        services.TryAddSingleton<IRequestRepository, RequestRepository>();
        services.TryAddSingleton<ISnoozeRepository, SnoozeRepository>();
        services.TryAddSingleton<IHolidayRepository, HolidayRepository>();
        services.TryAddSingleton<IDemoClockRepository, DemoClockRepository>();
        services.TryAddSingleton<IChatRepository, ChatRepository>();
        services.TryAddSingleton<ISignInLinkRepository, SignInLinkRepository>();
        services.TryAddSingleton<IProtectionKeyRepository, ProtectionKeyRepository>();
        services.TryAddSingleton<ILedgerQuery, LedgerQuery>();
        services.TryAddSingleton<ILedgerCheck, LedgerCheck>();
        services.TryAddSingleton<UnaskedQuery>();
        services.AddSingleton<TrendQuery>().AddSingleton<ProblemQuery>().AddSingleton<MentionQuery>().AddSingleton<SentQuery>().AddSingleton<AuditQuery>().AddSingleton<ReachQuery>().AddSingleton<SeenQuery>().AddSingleton<ExportQuery>().AddSingleton<RecipientQuery>().AddSingleton<DeliveryQuery>()
            .AddSingleton<PauseRepository>().AddSingleton<LadderRepository>().AddSingleton<AbsenceRepository>().AddSingleton<AcknowledgementRepository>().AddSingleton<EffortRepository>().AddSingleton<BurdenQuery>().AddSingleton<ProblemMarkRepository>().AddSingleton<DeskSessionRepository>().AddSingleton<NoticeDraftRepository>();

        services.TryAddSingleton(provider => new StoredTypes(provider.GetServices<StoredType>()));
        services.TryAddSingleton<IStorage, SqlStorage>();
        return services;
    }

    /// <summary>Lets bot state hold <typeparamref name="T"/>, e.g. as the options of a dialog.</summary>
    /// <param name="name">Stored with it; never change it.</param>
    public static IServiceCollection AddStoredType<T>(this IServiceCollection services, string name) => services.AddSingleton(new StoredType(name, typeof(T)));

    /// <summary>The constructors know what a connection string must have; nothing is opened here.</summary>
    private sealed class DatabaseOptionsValidation : IValidateOptions<DatabaseOptions>
    {
        public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
        {
            if (options.Provider is not ("sqlite" or "postgres"))
                return ValidateOptionsResult.Fail($"Database:Provider is \"{options.Provider}\"; it must be sqlite or postgres");
            try
            {
                using var database = Database.For(options);
                return ValidateOptionsResult.Success;
            }
            catch (ArgumentException exception)
            {
                return ValidateOptionsResult.Fail($"ConnectionStrings:PlanBot is no connection string for {options.Provider}: {exception.Message}");
            }
        }
    }
}
