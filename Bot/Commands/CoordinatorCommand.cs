using System.CommandLine;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>coordinator add 王芳</c>: makes a coordinator and prints the single-use link by which the browser lets them in.</summary>
public static class CoordinatorCommand
{
    private const int LongestName = 50;

    public static Command Create(ICommandServices services) =>
        new("coordinator", "牵头部门管理员。 Coordinators.") { CreateAdd(services) };

    private static Command CreateAdd(ICommandServices services)
    {
        var name = new Argument<string>("name") { Description = "姓名。 The person's name." };
        var command = new Command("add", "添加一位管理员，并给出登录链接。 Adds a coordinator and prints a link to sign in with.") { name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var given = parsed.GetValue(name)!.Trim();
            if (given.Length is 0 or > LongestName || given.Any(char.IsControl))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(given.Length > LongestName ? InvitationTexts.LongName(LongestName) : InvitationTexts.NoName);
                return ExitCode.BadInput;
            }
            var link = await services.RunAsync((scope, token) => AddAsync(scope, given, token), cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync(InvitationTexts.Added(given, (int)AddCoordinator.LinkLifetime.TotalHours));
            await output.WriteLineAsync(link);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> AddAsync(IServiceProvider scope, string name, CancellationToken cancellationToken)
    {
        var token = await scope.GetRequiredService<AddCoordinator>().RunAsync(name, cancellationToken);
        return scope.GetRequiredService<PublicAddress>().SignInLink(token);
    }
}
