using System.CommandLine;
using System.Text;
using PlanBot.Exporting;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>contacts invite -o &lt;file&gt;</c>: a code and a link for everybody whom no channel knows yet, with words to be sent by SMS or WeChat.</summary>
internal static class InviteContactsCommand
{
    public static Command Create(ICommandServices services)
    {
        var file = new Option<string>("--output", "-o") { Description = "要写的 .csv 文件；内含登录链接，请妥善保管。 The file to write; it holds links to sign in with.", Required = true };
        var command = new Command("invite", "给所有还没绑定的联络员各生成一个绑定码和登录链接。 Makes a code and a link for every contact who is not known on any channel yet.") { file };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(file), services, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, ICommandServices services, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (!Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            await error.WriteLineAsync(InvitationTexts.FileEnding(file));
            return ExitCode.BadInput;
        }
        try
        {
            // Opened first: a code is shown once, and must not be made for a file that cannot be written.
            await using var stream = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
            var invited = await services.RunAsync((scope, token) => scope.GetRequiredService<InviteUnbound>().RunAsync("command", token), cancellationToken);
            await stream.WriteLineAsync(CsvLine.Of(InvitationTexts.Columns));
            foreach (var one in invited)
                await stream.WriteLineAsync(CsvLine.Of(Cells(one)));
            await output.WriteLineAsync(invited.Count == 0 ? InvitationTexts.NobodyToInvite : InvitationTexts.Invited(invited.Count, file, InvitePerson.Lifetime.Days));
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await error.WriteLineAsync(ContactListTexts.CannotWrite(file));
            return ExitCode.BadInput;
        }
    }

    private static IEnumerable<string> Cells(InvitedContact one)
    {
        var (code, link, expires) = one.Invitation;
        var until = DateOnly.FromDateTime(expires.ToOffset(TimeSpan.FromHours(8)).DateTime);
        return
        [
            string.Join('、', one.Units.Select(place => place.Unit)), one.Person.Name, ContactImportTexts.Kind(one.Units[0].Kind), one.Person.Mobile ?? one.Person.Phone ?? "", code, link,
            InvitationTexts.Day(until), InvitationTexts.Message(one.Person.Name, code, link, until),
        ];
    }
}
