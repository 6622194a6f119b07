using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanBot.Data.Queries;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Jobs;
using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Composition;

/// <summary>Reminders: what is due, how it is sent, urging, and the scheduler that looks regularly.</summary>
internal static class RemindersComposition
{
    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<ReminderOptions>(configuration, ReminderOptions.Section).AddSection<SendingOptions>(configuration, SendingOptions.Section);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<IReminderQuery, ReminderQuery>();
        services.TryAddSingleton<IClockKeeper, NoClockKeeper>();
        services.TryAddTransient<CurrentCalendar>();
        services.TryAddSingleton<PlanLadders>();
        services.TryAddSingleton<RowTroubles>();
        services.TryAddTransient<OpenPeriods>();
        services.AddSingleton<PlanHours>().AddSingleton<DueSteps>().AddSingleton<QueueReminders>().AddSingleton<ReminderAgenda>();
        services.TryAddSingleton<OutOfReach>();
        services.AddSingleton<ComposeReminder>().AddSingleton<SendingSources>().AddSingleton<SendingRules>().AddSingleton<ChannelBreaker>().AddSingleton<DeliverReminder>();
        services.TryAddSingleton<WriteLetter>();
        services.TryAddSingleton<ForecastQuota>();
        services.TryAddSingleton<WarnOfQuota>();
        services.TryAddTransient<RecomputeDueDates>();
        services.AddSingleton<Acknowledge>().AddSingleton<AskToEscalate>().AddTransient<ChangeLadder>().AddSingleton<OrderStep>();
        services.AddSingleton<SentRecords>().AddSingleton<SendMessage>().AddSingleton<SendReminders>();
        services.AddSingleton<UrgeUnits>().AddSingleton<DealWithDue>().AddSingleton<StartUpReminders>().AddSingleton<JobGate>();
        services.AddSingleton<PreviewReminders>().AddSingleton<SnoozeReminders>().AddSingleton<UpcomingReminders>().AddSingleton<PauseReminders>().AddSingleton<MarkProblems>().AddSingleton<RulingOfRecords>().AddSingleton<Broadcast>();
        return services.AddWebhooks(configuration).AddScheduler(configuration);
    }

    /// <summary>Demo mode: the clock is kept while the program runs, and can be moved.</summary>
    public static IServiceCollection AddDemoClock(this IServiceCollection services)
    {
        services.AddSingleton<IClockKeeper, DemoClockKeeper>();
        services.AddSingleton<DemoWalk>();
        return services.AddHostedService<DemoClockService>();
    }

    /// <summary>Maps /demo/clock when there is a demo clock.</summary>
    public static void MapDemoClock(this WebApplication app)
    {
        if (app.Services.GetService<DemoWalk>() is not null)
            DemoClockEndpoints.Map(app);
    }

    private static IServiceCollection AddScheduler(this IServiceCollection services, IConfiguration configuration)
    {
        // Quartz would take the container's clock, which in demo mode shows 2020 and jumps. It decides only when to look, and does that by real time.
        services.AddKeyedSingleton<TimeProvider>(JobGroups.Scheduler, (provider, _) => provider.GetRequiredKeyedService<TimeProvider>("wall"));
        services.AddQuartz(JobGroups.Scheduler, quartz =>
        {
            quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            quartz.UsePersistentStore(store =>
            {
                if (configuration["Database:Provider"] == "postgres")
                {
                    store.UsePostgres(source => source.DataSourceFactory = provider => ((PostgresDatabase)provider.GetRequiredService<IDatabase>()).Source);
                    // A node that has not checked in for this long is taken for dead, and its jobs run elsewhere.
                    store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)));
                }
                else
                {
                    store.UseSqlite(source => source.DataSourceFactory = provider => new SqliteInLine((SqliteDatabase)provider.GetRequiredService<IDatabase>()));
                }
                store.ProvisionSchema();
                store.UseSystemTextJsonSerializer(json => json.AddCalendarSerializer(new OfficeHoursSerializer()));
                store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
            });
            // A node empties the outbox once at a time, so that one person's messages never leave side by side; other nodes may do it too (SendRemindersJob).
            quartz.UseExecutionLimits(limits => limits.ForGroup(JobGroups.Sending, 1));
            // Replaced by the real one before the scheduler starts (SchedulerService): that has to be read from the database.
            quartz.AddCalendar(OfficeHoursCalendar.Name, OfficeHoursCalendar.Always, AddCalendarOptions.Replacing);
            quartz.AddJobListener(provider => provider.GetRequiredService<JobTroubles>());
            quartz.AddRegular<OpenPeriodsJob>(OpenPeriodsJob.Key, TimeSpan.FromMinutes(5));
            quartz.AddRegular<QueueRemindersJob>(QueueRemindersJob.Key, TimeSpan.FromMinutes(1), calendar: OfficeHoursCalendar.Name);
            quartz.AddRegular<SendRemindersJob>(SendRemindersJob.Key, TimeSpan.FromSeconds(30), JobGroups.Sending);
            quartz.AddRegular<WebhooksJob>(WebhooksJob.Key, TimeSpan.FromSeconds(10));
        });
        services.AddSingleton<KeepOfficeHours>().AddSingleton<JobTroubles>();
        services.AddHostedService<SchedulerService>();
        services.TryAddSingleton<IReminderSignal, QuartzReminderSignal>();
        return services;
    }

    /// <summary>Fires at once and then regularly. A missed time is made up for once, immediately: one look finds everything that fell due, however many were missed.</summary>
    private static void AddRegular<TJob>(this IQuartzBuilder quartz, JobKey key, TimeSpan interval, string? group = null, string? calendar = null)
        where TJob : IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(key).StoreDurably());
        quartz.AddTrigger<TJob>(trigger => trigger.ForJob(key).WithIdentity(key.Name, key.Group).WithExecutionGroup(group).WithCalendarName(calendar).StartNow().WithSimpleSchedule(schedule => schedule
            .WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
    }
}
