using System.CommandLine;
using PlanBot.Texts;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Commands;

/// <summary><c>manifest pack --app-id &lt;id&gt; --domain &lt;host&gt; [-o planbot-teams.zip]</c>: writes the Teams app package. The file appears whole or not at all; no database is touched.</summary>
public static class ManifestCommand
{
    public static Command Create(ICommandServices services) => new("manifest", "Teams 应用清单。 The Teams app manifest.") { CreatePack(services) };

    private static Command CreatePack(ICommandServices services)
    {
        var appId = new Option<string?>("--app-id") { Description = "机器人的应用 ID；默认取 Channels:Teams:MicrosoftAppId。 The bot's app id; the setting's when left out." };
        var domain = new Option<string?>("--domain") { Description = "公网域名；默认取 Channels:Browser:PublicUrl。 The public host name; the setting's when left out." };
        var output = new Option<string>("--output", "-o") { Description = "写到哪个 .zip 文件。 The .zip file to write.", DefaultValueFactory = _ => TeamsAppPackage.DefaultFile };
        var developer = new Option<string?>("--developer") { Description = "显示为发布者的单位名称。 The office shown as the publisher." };
        var version = new Option<string?>("--app-version") { Description = "应用版本，更新时要增大，默认 1.0.0。 The app's version; raise it for an update." };
        var website = new Option<string?>("--website") { Description = "单位网址，默认 https://<域名>。 The office's website." };
        var privacy = new Option<string?>("--privacy") { Description = "隐私声明网址，默认用 PlanBot 自带的一页。 Address of the privacy statement; PlanBot's own page when left out." };
        var terms = new Option<string?>("--terms") { Description = "使用条款网址，默认用 PlanBot 自带的一页。 Address of the terms of use; PlanBot's own page when left out." };
        var schema = new Option<string?>("--schema") { Description = "清单版本，默认最新；管理中心不接受时改用旧的，如 1.25。 Manifest version; take an older one, such as 1.25, where the newest is not accepted." };
        var receipts = new Option<bool>("--read-receipts") { Description = "请求已读回执的权限。 Asks for the permission for read receipts." };
        var tab = new Option<string?>("--tab") { Description = "看板标签页的应用 ID；默认取 Dashboard:TeamsTab:ClientId，没有就不带标签页。 Client id of the dashboard's tab; the setting's when left out, and no tab without it." };
        var language = LanguageOption.Create();
        var command = new Command("pack", "打包 Teams 应用。 Packs the Teams app.") { appId, domain, output, developer, version, website, privacy, terms, schema, receipts, tab, language };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var known = await services.RunUnpreparedAsync((scope, _) => Task.FromResult(scope.GetRequiredService<TeamsAppSettings>()), cancellationToken);
            var order = new TeamsAppOrder(Given(parsed.GetValue(appId)) ?? known.AppId ?? "", Given(parsed.GetValue(domain)) ?? known.Domain ?? "")
            {
                Website = Given(parsed.GetValue(website)), Privacy = Given(parsed.GetValue(privacy)), Terms = Given(parsed.GetValue(terms)), ReadReceipts = parsed.GetValue(receipts),
                TabClientId = Given(parsed.GetValue(tab)) ?? known.TabClientId,
            };
            order = order with
            {
                Developer = parsed.GetValue(developer) ?? order.Developer, Version = parsed.GetValue(version) ?? order.Version, Schema = parsed.GetValue(schema) ?? order.Schema,
            };
            var (file, spoken) = (parsed.GetRequiredValue(output), Languages.Parse(parsed.GetValue(language)));
            if ((Problem(order, known, spoken) ?? Write(order, file, spoken)) is { } problem)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(problem.ReplaceLineEndings(" "));
                return ExitCode.BadInput;
            }
            await parsed.InvocationConfiguration.Output.WriteLineAsync(TeamsAppTexts.Packed(file, order.AppId, order.Domain, order.Schema, spoken));
            return ExitCode.Done;
        });
        return command;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Problem(TeamsAppOrder order, TeamsAppSettings known, Language language)
    {
        if (order.AppId.Length == 0)
            return TeamsAppTexts.NoAppId(language);
        if (order.Domain.Length == 0)
            return TeamsAppTexts.NoDomain(language);
        return order.Problem() switch
        {
            (TeamsAppProblem.AppId, var given) => TeamsAppTexts.WrongAppId(given, language),
            (TeamsAppProblem.Domain, var given) => TeamsAppTexts.WrongDomain(given, language),
            (TeamsAppProblem.Developer, var given) => TeamsAppTexts.WrongDeveloper(given, language),
            (TeamsAppProblem.Version, var given) => TeamsAppTexts.WrongVersion(given, language),
            (TeamsAppProblem.Address, var given) => TeamsAppTexts.WrongAddress(given, language),
            (TeamsAppProblem.Schema, var given) => TeamsAppTexts.WrongSchema(given, TeamsAppOrder.Schemas, language),
            (TeamsAppProblem.Tab, var given) => TeamsAppTexts.WrongTab(given, language),
            (TeamsAppProblem.TabAndReceipts, var given) => TeamsAppTexts.TabOfAnother(given, language),
            _ => known.AppId is { } configured && !configured.Equals(order.AppId, StringComparison.OrdinalIgnoreCase) ? TeamsAppTexts.OtherApp(order.AppId, configured, language) : null,
        };
    }

    /// <returns>What is wrong; null when the file is written.</returns>
    private static string? Write(TeamsAppOrder order, string file, Language language)
    {
        if (!Path.GetExtension(file).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            return TeamsAppTexts.FileEnding(file, language);
        var half = file + ".part";
        try
        {
            using (var stream = new FileStream(half, FileMode.Create, FileAccess.ReadWrite))
                TeamsAppPackage.Write(order, stream);
            File.Move(half, file, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(half))
                File.Delete(half);
            return TeamsAppTexts.CannotWrite(file, language);
        }
    }
}
