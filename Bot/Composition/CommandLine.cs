using System.CommandLine;
using PlanBot.Commands;
using PlanBot.Texts;

namespace PlanBot.Composition;

/// <summary>The command line of planbot: without a command it serves.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TimeProvider system)
    {
        // Settings such as --urls=... or --Demo:Notice=... go to the configuration, the rest is a command.
        var settings = args.TakeWhile(IsSetting).ToArray();
        var rest = args.Skip(settings.Length).ToArray();
        try
        {
            if (rest.Length == 0)
                return await Serving.RunAsync(settings, system);
            await using var services = new CommandServices(settings, system);
            var parsed = Root(services, system).Parse(rest);
            if (parsed.Errors.Count > 0)
                return await FailAsync(ExitCode.BadUsage, Mistake(parsed));
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (StartUpErrors.Explain(exception) is not null)
        {
            return await FailAsync(ExitCode.BadInput, StartUpErrors.Explain(exception)!);
        }
    }

    private static RootCommand Root(ICommandServices services, TimeProvider system)
    {
        var root = new RootCommand("PlanBot: 把一份分工通知变成按时的提醒与报送。不带命令即启动服务。 Turns a notice into reminders and reports; without a command it serves.")
        {
            ImportCommand.Create(services),
            CascadeCommand.Create(services),
            UnitsCommand.Create(services),
            CalendarCommand.Create(services),
            RemindCommand.Create(services),
            CoordinatorCommand.Create(services),
            ContactsCommand.Create(services),
            CheckCommand.Create(services),
            DoctorCommand.Create(services, StartUpErrors.Explain),
            ExportCommand.Create(services),
            UnderstandCommand.Create(services),
            ManifestCommand.Create(services),
            TokenCommand.Create(services),
            WebhookCommand.Create(services),
            MigrateDatabaseCommand.Create(system),
        };
        return root;
    }

    /// <summary>A piece of a connection string that was given without quotes is not repeated: it may be the password.</summary>
    private static string Mistake(ParseResult parsed) =>
        parsed.UnmatchedTokens is not [var unknown, ..] ? CommandTexts.Incomplete(parsed.Errors[0].Message)
        : parsed.CommandResult.Command.Name == MigrateDatabaseCommand.Name ? MoveTexts.Unquoted
        : CommandTexts.Unknown(unknown);

    private static bool IsSetting(string argument) => argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal);

    private static async Task<int> FailAsync(int code, string line)
    {
        await Console.Error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return code;
    }
}
