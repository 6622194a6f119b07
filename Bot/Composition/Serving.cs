using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using PlanBot.Commands;

namespace PlanBot.Composition;

/// <summary>The web service: built from the areas of the program, made ready, then run.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(string[] settings, TimeProvider system)
    {
        IDisposable? sole = null;
        try
        {
            await using var app = Build(settings, system);
            CheckAddresses(app.Configuration["Urls"]);
            TeamsComposition.CheckTeams(app.Configuration, app.Environment);
            DingTalkComposition.CheckDingTalk(app.Configuration);
            OpenIdComposition.CheckOpenId(app.Configuration);
            TeamsTabComposition.CheckTeamsTab(app.Configuration);
            sole = await app.Services.GetRequiredService<SoleServer>().BecomeAsync(app.Lifetime.ApplicationStopping);
            await app.Services.GetRequiredService<StartUp>().RunAsync(app.Lifetime.ApplicationStopping);
            await app.RunAsync();
            return ExitCode.Done;
        }
        finally
        {
            sole?.Dispose(); // after the application, which closes the database
        }
    }

    /// <summary>The application with every area in it; nothing runs yet.</summary>
    public static WebApplication Build(string[] settings, TimeProvider system, Action<WebApplicationBuilder>? replace = null)
    {
        // Settings and pages lie beside the program; var/ and the paths a person types count from the current folder.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        replace?.Invoke(builder);
        builder.Logging.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName ??= LogLines.Format);
        HideFailureToStart(builder.Logging, out var hasStarted);
        var isDemo = builder.Configuration.GetValue<bool?>("Demo:Enabled") ?? builder.Environment.IsDevelopment();
        builder.Services
            .AddClocks(builder.Configuration, isDemo, system)
            .AddData(builder.Configuration)
            .AddCalendar()
            .AddPlans()
            .AddPeople()
            .AddReminders(builder.Configuration)
            .AddConversation()
            .AddBrowser(builder.Configuration)
            .AddTeams(builder.Configuration)
            .AddDingTalk(builder.Configuration)
            .AddMail(builder.Configuration)
            .AddDashboard(builder.Configuration)
            .AddApi(builder.Configuration)
            .AddHealth()
            .AddDoctor(builder.Configuration);

        var app = builder.Build();
        // The host would do it, but only after the database was made and brought up to date; and whoever asks for one section alone hears of that one alone.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.Lifetime.ApplicationStarted.Register(() => hasStarted.Value = true);
        app.MapHealth();
        app.MapBrowser();
        app.MapTeams();
        app.MapDingTalk();
        app.MapDemoClock();
        app.MapDashboard();
        app.MapApi();
        return app;
    }

    /// <summary>The host logs why it could not start with a stack trace; the person gets one line instead (<see cref="StartUpErrors"/>).</summary>
    private static void HideFailureToStart(ILoggingBuilder logging, out StrongBox<bool> hasStarted)
    {
        var started = hasStarted = new StrongBox<bool>();
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started.Value && level >= LogLevel.Information);
    }

    private static void CheckAddresses(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                throw new SettingException($"Urls 写的是“{url}”，应为 http://localhost:3978 这样的地址。 Urls is \"{url}\"; write an address such as http://localhost:3978.");
        }
    }
}
