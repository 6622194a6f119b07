using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PlanBot.Data.Migrations;
using PlanBot.Data.Repositories;
using PlanBot.Importing;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>What must have happened before the program says that it is ready: the schema is there, the demo is filled in, passed reminder steps are dealt with.</summary>
internal sealed class StartUp(
    Migrator migrator, IOptions<DemoOptions> demo, IServiceProvider services, RecomputeDueDates recomputeDueDates, StartUpReminders startUpReminders)
{
    private volatile bool isDone;

    public bool IsDone => isDone;

    /// <summary>Brings the database to this program's schema and the demo clock to where it was; commands need no more.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await migrator.RunAsync(cancellationToken);
        if (services.GetService<DemoClock>() is { } clock)
            await clock.ResumeAsync(services.GetRequiredService<IDemoClockRepository>(), cancellationToken);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (demo.Value.Enabled)
            await FillDemoAsync(cancellationToken);
        await recomputeDueDates.RunAsync(cancellationToken);
        await startUpReminders.RunAsync(cancellationToken);
        isDone = true;
    }

    private async Task FillDemoAsync(CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken) is not [])
            return;
        var path = string.IsNullOrWhiteSpace(demo.Value.Notice) ? Path.Combine(AppContext.BaseDirectory, "Samples", "sample-notice.txt") : demo.Value.Notice;
        var content = await NoticeFile.ReadAsync(path, cancellationToken) ?? throw new SettingException($"Demo:Notice 指的文件读不到：{ImportTexts.CannotRead(path)}");
        var reading = NoticeReader.Read(content, Path.GetFileName(path));
        if (reading is not { Notice: { } notice })
            throw new SettingException("Demo:Notice — " + ImportTexts.Refused(
                path, reading.Refusal!.Line, reading.Refusal.Message(Language.Chinese), reading.Refusal.Message(Language.English)));
        await services.GetRequiredService<FillDemo>().RunAsync(notice, Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(content)), cancellationToken);
    }
}
