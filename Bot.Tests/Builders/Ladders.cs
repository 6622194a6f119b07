using Microsoft.Extensions.Configuration;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Tests.Builders;

internal static class Ladders
{
    /// <summary>What appsettings.json ships.</summary>
    public static ReminderOptions Default { get; } = Bind(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));

    /// <summary>Settings as pairs, e.g. <c>("Reminders:Steps:0:Key", "due")</c>.</summary>
    public static ReminderOptions Of(params (string Key, string Value)[] settings) =>
        Bind(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))));

    public static PlanSchedule Schedule(ReportingPeriod first, DueRule rule, WorkingDayCalendar calendar, ReportingPeriod? last = null) =>
        new(
            new ReportingRule
            {
                Frequency = first.Frequency, DueRule = rule, FirstPeriod = first, LastPeriod = last, Sections = [new(1, "工作进展情况", SectionKind.Progress)],
            },
            Calendars.Shanghai, calendar, Default);

    private static ReminderOptions Bind(IConfigurationBuilder configuration) =>
        configuration.Build().GetSection(ReminderOptions.Section).Get<ReminderOptions>() ?? new();
}
