using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The two clocks: the plan's, which everything about plans takes, and real time, for what must follow it (tokens, leases of the scheduler).</summary>
internal static class ClockComposition
{
    public const string Wall = "wall";

    public static IServiceCollection AddClocks(this IServiceCollection services, IConfiguration configuration, bool isDemo, TimeProvider system)
    {
        services.AddKeyedSingleton(Wall, system);
        var start = Start(configuration["Clock:Now"]);
        if (!isDemo)
            return start is null
                ? services.AddSingleton(system)
                : throw new SettingException("Clock:Now 只能在演示模式（Demo:Enabled）下使用，请删去这一项。 Clock:Now is for demo mode only; remove the setting.");
        services.AddSingleton(new DemoClock(system, start ?? DemoClock.DefaultStart));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>());
        return services.AddDemoClock();
    }

    private static DateTimeOffset? Start(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return Instant.Read(text)
            ?? throw new SettingException(
                $"Clock:Now 写的是“{text}”，应为带时区的时间，如 2020-03-31T08:55:00+08:00。 Clock:Now is \"{text}\"; write an instant with its offset, e.g. 2020-03-31T08:55:00+08:00.");
    }
}
