using System.CommandLine;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>remind --dry-run [--at 2020-04-07T09:00+08:00]</c>: who would get what; sends and stores nothing.</summary>
public static class RemindCommand
{
    public static Command Create(ICommandServices services)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "只列出会发给谁、发什么，不发送。 List who would get what; send nothing." };
        var at = new Option<string?>("--at") { Description = "时刻，如 2020-04-07T09:00+08:00；默认为现在。 An instant with its offset; now by default." };
        var command = new Command("remind", "预览提醒。 Shows the reminders of a moment.") { dryRun, at };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (!parsed.GetValue(dryRun))
            {
                await error.WriteLineAsync(DryRunTexts.OnlyDryRun);
                return ExitCode.BadUsage;
            }
            DateTimeOffset? instant = null;
            if (parsed.GetValue(at) is { } text && (instant = Instant.Read(text)) is null)
            {
                await error.WriteLineAsync(DryRunTexts.NoInstant(text));
                return ExitCode.BadInput;
            }
            var lines = await services.RunAsync((scope, token) => LinesAsync(scope, instant, token), cancellationToken);
            foreach (var line in lines)
                await output.WriteLineAsync(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(IServiceProvider scope, DateTimeOffset? instant, CancellationToken cancellationToken)
    {
        var at = instant ?? scope.GetRequiredService<TimeProvider>().GetUtcNow();
        var reminders = await scope.GetRequiredService<PreviewReminders>().RunAsync(at, cancellationToken);
        return reminders.Count == 0
            ? [DryRunTexts.Nothing]
            : reminders.SelectMany(reminder => reminder.Content.Plans.Select(plan => DryRunTexts.Line(reminder.SendAt, reminder.Content, plan))).ToList();
    }
}
