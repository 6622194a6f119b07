using System.CommandLine;
using System.Text;
using PlanBot.Exporting;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>contacts invite -o &lt;file&gt;</c>: a code and a link for everybody whom no channel knows yet, with words to be sent by SMS or WeChat. With <c>--all-unreached</c> a link for
/// everybody who still has to report and is out of reach, printed where no file is named.</summary>
internal static class InviteContactsCommand
{
    public static Command Create(ICommandServices services)
    {
        var file = new Option<string>("--output", "-o") { Description = "要写的 .csv 文件；内含登录链接，请妥善保管。 The file to write; it holds links to sign in with." };
        var unreached = new Option<bool>("--all-unreached") { Description = "改为给还有事项未报、又联系不上的每个人生成一段带链接的话；不写 -o 就打印出来。 Instead, words with a link for everybody who has something open and is out of reach; printed without -o." };
        var command = new Command("invite", "给所有还没绑定的联络员各生成一个绑定码和登录链接。 Makes a code and a link for every contact who is not known on any channel yet.") { file, unreached };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(file), parsed.GetValue(unreached), services, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? file, bool isUnreached, ICommandServices services, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (file is null && isUnreached)
            return await PrintAsync(services, output, cancellationToken);
        if (file is null)
        {
            await error.WriteLineAsync(InvitationTexts.NoFile);
            return ExitCode.BadUsage;
        }
        if (!Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            await error.WriteLineAsync(InvitationTexts.FileEnding(file));
            return ExitCode.BadInput;
        }
        try
        {
            // Opened first: a code is shown once, and must not be made for a file that cannot be written.
            await using var stream = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
            var rows = isUnreached ? (await UnreachedAsync(services, cancellationToken)).Select(Cells).ToList()
                : (await services.RunAsync((scope, token) => scope.GetRequiredService<InviteUnbound>().RunAsync("command", token), cancellationToken)).Select(Cells).ToList();
            await stream.WriteLineAsync(CsvLine.Of(isUnreached ? InvitationTexts.UnreachedColumns : InvitationTexts.Columns));
            foreach (var row in rows)
                await stream.WriteLineAsync(CsvLine.Of(row));
            await output.WriteLineAsync(rows.Count > 0 ? InvitationTexts.Invited(rows.Count, file, InvitePerson.Lifetime.Days) : isUnreached ? InvitationTexts.NobodyUnreached : InvitationTexts.NobodyToInvite);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await error.WriteLineAsync(ContactListTexts.CannotWrite(file));
            return ExitCode.BadInput;
        }
    }

    private static Task<IReadOnlyList<UnreachedContact>> UnreachedAsync(ICommandServices services, CancellationToken cancellationToken) =>
        services.RunAsync((scope, token) => scope.GetRequiredService<InviteUnreached>().RunAsync("command", token), cancellationToken);

    /// <summary>Each person's text stands alone between blank lines, ready to be copied.</summary>
    private static async Task<int> PrintAsync(ICommandServices services, TextWriter output, CancellationToken cancellationToken)
    {
        var people = await UnreachedAsync(services, cancellationToken);
        foreach (var one in people)
            await output.WriteLineAsync($"{ReachTexts.Name(one.Row.UnitName, one.Row.PersonName, Language.Chinese)} {one.Row.Phone}".TrimEnd() + $"\n{Words(one)}\n");
        await output.WriteLineAsync(people.Count == 0 ? InvitationTexts.NobodyUnreached : InvitationTexts.UnreachedPrinted(people.Count, InvitePerson.Lifetime.Days));
        return ExitCode.Done;
    }

    private static string Words(UnreachedContact one) =>
        ReachTexts.ToPaste(one.Row.PersonName!, one.Plan.Title, one.Period.Period, one.Period.DueOn, one.Open, one.Link, InvitePerson.Lifetime.Days, Language.Chinese);

    private static IEnumerable<string> Cells(UnreachedContact one) =>
    [
        one.Row.UnitName, one.Row.PersonName!, one.Row.Phone ?? "", ReachTexts.Reason(one.Row, Language.Chinese), one.Link,
        InvitationTexts.Day(DateOnly.FromDateTime(one.ExpiresAt.ToOffset(TimeSpan.FromHours(8)).DateTime)), Words(one),
    ];

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
