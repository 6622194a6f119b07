using System.Text.RegularExpressions;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Architecture;

/// <summary>Keeps the house plan: which folder of Bot/ may use which. Read from the sources, so that a using that is not needed counts too.</summary>
public sealed partial class ArrowsTests
{
    private const string Everything = "*";

    /// <summary>Folder to what it may use inside the program and of the bot SDK.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Domain"] = ["Data.Model"],
        ["Texts"] = ["Data.Model", "Data.Calendar", "Data.Sql", "Data.Moving", "Data.Queries", "Domain"],
        ["Importing"] = ["Data.Model", "Data.Queries", "Domain", "Texts"],
        ["Exporting"] = ["Data.Model", "Data.Queries", "Domain", "Texts"],
        ["UseCases"] = ["Data.Model", "Data.Calendar", "Data.Repositories", "Data.Queries", "Data.Sql", "Domain", "Importing", "Exporting"],
        ["Dialogs"] = ["Data.Model", "Data.Queries", "Data.Repositories", "Domain", "Importing", "Exporting", "UseCases", "Texts", "Microsoft.Bot"],
        ["Channels"] = ["Data.Model", "Data.Repositories", "Data.Sql", "Domain", "UseCases", "Dialogs", "Texts", "Microsoft.Bot"],
        ["Jobs"] = ["Data.Model", "Data.Queries", "Data.Repositories", "Domain", "UseCases"],
        ["Commands"] = ["Data.Model", "Data.Calendar", "Data.Queries", "Data.Repositories", "Data.Sql", "Data.Moving", "Domain", "Importing", "Exporting", "UseCases", "Dialogs", "Texts"],
        ["Dashboard"] = ["Data.Model", "Data.Queries", "Data.Repositories", "Data.Sql", "Domain", "Importing", "Exporting", "UseCases", "Dialogs", "Texts"],
        ["Api"] = ["Data.Model", "Data.Queries", "Data.Repositories", "Data.Sql", "Domain", "Exporting", "UseCases", "Texts"],
        ["Composition"] = [Everything],
    };

    public static TheoryData<string> Folders => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_the_bot_uses_only_what_the_house_plan_allows(string folder)
    {
        var forbidden = Sources(folder).SelectMany(file => Uses(file).Where(used => !IsAllowed(folder, used)).Select(used => $"{Path.GetFileName(file)} uses {used}"));

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Every_folder_of_the_bot_with_code_has_its_place_in_the_plan()
    {
        var known = MayUse.Keys.ToHashSet();

        var strangers = Directory.GetDirectories(Path.Combine(Repository.Root, "Bot"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
            .Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj") && !known.Contains(name));

        Assert.Empty(strangers);
    }

    [Fact]
    public void Domain_and_texts_know_neither_the_bot_sdk_nor_the_web_nor_the_database()
    {
        var forbidden = new[] { "Domain", "Texts" }.SelectMany(Sources)
            .Where(file => UsingAnyLine().Matches(File.ReadAllText(file)).Any(match => ForeignWorlds().IsMatch(match.Groups[1].Value)))
            .Select(Path.GetFileName);

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Data_does_not_know_the_bot_and_the_seam_knows_no_plans()
    {
        var data = Files("Data").Where(file => File.ReadAllText(file).Contains("using PlanBot.Domain", StringComparison.Ordinal));
        var seam = Files("BotFramework").Where(file => File.ReadAllText(file).Contains("PlanBot", StringComparison.Ordinal));

        Assert.Empty(data);
        Assert.Empty(seam);
    }

    private static bool IsAllowed(string folder, string used) =>
        MayUse[folder] is [Everything] || used == folder || MayUse[folder].Any(allowed => used == allowed || used.StartsWith(allowed + ".", StringComparison.Ordinal));

    /// <summary>Namespaces of the program that a file uses, as folders: Domain, Data.Model, Microsoft.Bot.</summary>
    private static IEnumerable<string> Uses(string file) => UsingAnyLine().Matches(File.ReadAllText(file))
        .Select(match => match.Groups[1].Value)
        .Where(name => name.StartsWith("PlanBot.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Bot", StringComparison.Ordinal))
        .Select(name => name.StartsWith("Microsoft.Bot", StringComparison.Ordinal) ? "Microsoft.Bot" : name["PlanBot.".Length..])
        .Select(name => name.StartsWith("Data.", StringComparison.Ordinal) || name == "Microsoft.Bot" ? name : name.Split('.')[0]);

    private static IEnumerable<string> Sources(string folder) => Files(Path.Combine("Bot", folder));

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(Path.Combine(Repository.Root, folder))
            ? Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            : [];

    [GeneratedRegex(@"^\s*(?:global )?using (?:static |\w+ = )?([A-Z][\w.]*)", RegexOptions.Multiline)]
    private static partial Regex UsingAnyLine();

    [GeneratedRegex(@"^(Microsoft\.(AspNetCore|Data|Bot|Extensions\.(?!Options))|Dapper|Npgsql|Quartz|System\.(Data|Net))")]
    private static partial Regex ForeignWorlds();
}
