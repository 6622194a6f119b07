using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Importing.Contacts;
using PlanBot.Importing.Spreadsheets;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>contacts import &lt;file&gt; [--dry-run] [--json]</c> and <c>contacts template -o &lt;file&gt;</c>: the office's list of people, in and out.</summary>
public static class ContactsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create(ICommandServices services) =>
        new("contacts", "联络员名单。 The list of contacts.") { CreateImport(services), CreateTemplate(services), InviteContactsCommand.Create(services) };

    private static Command CreateImport(ICommandServices services)
    {
        var file = new Argument<string>("file") { Description = "名单文件（.xlsx 或 .csv）。 The list." };
        var dryRun = new Option<bool>("--dry-run") { Description = "只预览，不入库。 Show what would change; store nothing." };
        var json = new Option<bool>("--json") { Description = "输出一个 JSON 对象。 Print one JSON object." };
        var command = new Command("import", "导入联络员名单；有一处错误就什么都不存。 Reads a list of people; one mistake and nothing is stored.") { file, dryRun, json };
        command.SetAction((parsed, cancellationToken) => ImportAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(dryRun), parsed.GetValue(json), services, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static Command CreateTemplate(ICommandServices services)
    {
        var file = new Option<string>("--output", "-o") { Description = "要写的文件，.xlsx 或 .csv。 The file to write.", Required = true };
        var command = new Command("template", "生成名单模板，列好各计划的单位。 Writes an empty list with the plans' units.") { file };
        command.SetAction((parsed, cancellationToken) =>
            TemplateAsync(parsed.GetRequiredValue(file), services, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> ImportAsync(string file, bool dryRun, bool json, ICommandServices services, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (await ReadAsync(file, cancellationToken) is not { } reading)
            return await FailAsync(error, ContactListTexts.CannotRead(file));
        if (reading.Problem is { } problem)
            return await FailAsync(error, Refusal(file, problem));
        var (import, hints) = await services.RunAsync(
            async (scope, token) =>
            {
                var list = ContactListReader.Read(reading.Sheets, await scope.GetRequiredService<IUnitRepository>().AllAsync(token));
                return (await scope.GetRequiredService<ImportContacts>().RunAsync(list, store: !dryRun, importedBy: null, "command", token), list.Hints);
            },
            cancellationToken);
        if (json)
            await output.WriteLineAsync(JsonSerializer.Serialize(Form(import, hints), Json));
        if (import.Problems.Count > 0)
        {
            foreach (var wrong in import.Problems)
                await error.WriteLineAsync(ContactListTexts.Problem(file, wrong.Place.Sheet, wrong.Place.Name, wrong.Message));
            return await FailAsync(error, ContactListTexts.Errors(import.Problems.Count));
        }
        if (!json)
            await PrintAsync(import, hints, dryRun, file, output);
        return ExitCode.Done;
    }

    /// <summary>Rows without a person that are told one by one.</summary>
    private const int MostEmpty = 3;

    private static async Task PrintAsync(ContactImport import, IReadOnlyList<ContactProblem> hints, bool dryRun, string file, TextWriter output)
    {
        foreach (var added in import.Added)
            await output.WriteLineAsync(ContactImportTexts.Added(LineOf(added)));
        foreach (var changed in import.Changed)
            await output.WriteLineAsync(ContactImportTexts.Changed(LineOf(changed)));
        // A template that is filled in for a few units only has a row without a person for each of the others.
        var empty = hints.Where(hint => hint.Issue == ContactIssue.UnitWithoutPerson).ToList();
        var told = empty.Count > MostEmpty ? hints.Except(empty) : hints;
        foreach (var hint in told)
            await output.WriteLineAsync(ContactImportTexts.Hint(ContactListTexts.Problem(file, hint.Place.Sheet, hint.Place.Name, hint.Message)));
        if (empty.Count > MostEmpty)
            await output.WriteLineAsync(ContactImportTexts.Hint(ContactImportTexts.Empty([.. empty.Select(hint => hint.Subject)])));
        foreach (var missing in import.NotListed)
            await output.WriteLineAsync(ContactImportTexts.NotListed(missing.Name, missing.Unit, missing.Kind));
        await output.WriteLineAsync(ContactImportTexts.Summary(import.Added.Count, import.Changed.Count, import.Unchanged.Count, dryRun));
    }

    private static ContactImportTexts.PersonLine LineOf(ListedChange change) => new(
        change.Listed.Name, [.. change.Listed.Units.Select(place => (place.Unit.Name, place.Kind))], change.Listed.Roles, [.. change.Changes.Select(field => (field.Field, field.Before, field.After))]);

    private static object Form(ContactImport import, IReadOnlyList<ContactProblem> hints)
    {
        return new
        {
            added = import.Added.Select(Line), changed = import.Changed.Select(Line), unchanged = import.Unchanged.Select(person => person.Name),
            notListed = import.NotListed, errors = import.Problems.Select(Problem), hints = hints.Select(Problem),
        };

        static object Line(ListedChange change) => new
        {
            change.Listed.Place.Sheet, change.Listed.Place.Row, change.Listed.Name, units = change.Listed.Units.Select(place => new { place.Unit.Name, place.Kind }), change.Listed.Roles, change.Changes,
        };

        static object Problem(ContactProblem problem) => new { problem.Place.Sheet, problem.Place.Row, cell = problem.Place.Name, problem.Issue, problem.Message };
    }

    private static async Task<int> TemplateAsync(string file, ICommandServices services, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var ending = Path.GetExtension(file).ToUpperInvariant();
        if (ending is not (".XLSX" or ".CSV"))
            return await FailAsync(error, ContactListTexts.TemplateEnding(file));
        var units = await services.RunAsync(UnitsAsync, cancellationToken);
        try
        {
            await File.WriteAllBytesAsync(file, ending == ".XLSX" ? ContactTemplate.Xlsx(units) : ContactTemplate.Csv(units), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await FailAsync(error, ContactListTexts.CannotWrite(file));
        }
        await output.WriteLineAsync(ContactListTexts.TemplateWritten(file, units.Count));
        return ExitCode.Done;
    }

    /// <summary>Units of all plans, in the order of the notices; groups such as 各区 have no contact of their own.</summary>
    private static async Task<IReadOnlyList<Unit>> UnitsAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var units = new List<Unit>();
        foreach (var plan in await scope.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken))
            units.AddRange(await scope.GetRequiredService<IUnitRepository>().OfPlanAsync(plan.Id, cancellationToken));
        return [.. units.Where(unit => unit.Kind == UnitKind.Unit).DistinctBy(unit => unit.Id)];
    }

    /// <returns>Null when the file cannot be read.</returns>
    private static async Task<SpreadsheetReading?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(file).Length > SpreadsheetReader.LargestFile
                ? new([], SpreadsheetProblem.TooLarge)
                : SpreadsheetReader.Read(await File.ReadAllBytesAsync(file, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string Refusal(string file, SpreadsheetProblem problem) => problem switch
    {
        SpreadsheetProblem.TooLarge => ContactListTexts.TooLarge(file, SpreadsheetReader.LargestFile),
        SpreadsheetProblem.TooManyRows => ContactListTexts.TooManyRows(file, SpreadsheetReader.MostRows),
        SpreadsheetProblem.OldOrLocked => ContactListTexts.OldOrLocked(file),
        SpreadsheetProblem.NoTable => ContactListTexts.NoTable(file),
        SpreadsheetProblem.Damaged => ContactListTexts.Damaged(file),
        _ => ContactListTexts.Empty(file),
    };

    private static async Task<int> FailAsync(TextWriter error, string line)
    {
        await error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return ExitCode.BadInput;
    }
}
