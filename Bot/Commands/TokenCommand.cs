using System.CommandLine;
using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Commands;

/// <summary><c>token add 督查系统 --scope read [--scope report] [--plan &lt;title or id&gt;] [--unit 市教委] [--expires 2027-01-01]</c>, <c>token list</c>, <c>token revoke &lt;id or name&gt;</c>: the way in for other systems.</summary>
public static class TokenCommand
{
    private const int LongestName = 50;
    private const string Channel = "command";

    public static Command Create(ICommandServices services) =>
        new("token", "其他系统的接口令牌。 Tokens of other systems.") { CreateAdd(services), CreateList(services), CreateRevoke(services) };

    private static Command CreateAdd(ICommandServices services)
    {
        var name = new Argument<string>("name") { Description = "系统名称，如督查系统；报告和操作记录都以它署名。 The system's name, under which its acts are recorded." };
        var scopes = new Option<string[]>("--scope") { Description = "read 读取、report 报送、manage 催办延期免报；可写多个，默认 read。 What it may do; read when left out." };
        scopes.AcceptOnlyFromAmong(ScopeNames);
        var plans = new Option<string[]>("--plan") { Description = "只限这些计划（标题或编号）。 Only these plans." };
        var units = new Option<string[]>("--unit") { Description = "只限这些单位。 Only these units." };
        var expires = new Option<string?>("--expires") { Description = "从这一天起失效，如 2027-01-01；默认不失效。 First day on which it is no good any more." };
        var command = new Command("add", "生成令牌，只显示一次。 Makes a token and shows it once.") { name, scopes, plans, units, expires };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var order = new Order(parsed.GetRequiredValue(name).Trim(), parsed.GetValue(scopes) ?? [], parsed.GetValue(plans) ?? [], parsed.GetValue(units) ?? [], parsed.GetValue(expires));
            var (text, problem) = await services.RunAsync((scope, token) => AddAsync(scope, order, token), cancellationToken);
            if (text is null)
                return await FailAsync(error, problem!);
            await output.WriteLineAsync(TokenTexts.Made(order.Name));
            await output.WriteLineAsync(text);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateList(ICommandServices services)
    {
        var command = new Command("list", "列出令牌及最近使用时间。 Lists the tokens and when each was last used.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            foreach (var line in await services.RunOnExistingAsync(LinesAsync, cancellationToken))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateRevoke(ICommandServices services)
    {
        var which = new Argument<string>("token") { Description = "令牌的编号或名称。 Its id or name." };
        var command = new Command("revoke", "吊销令牌，立即生效。 Revokes a token at once.") { which };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var given = parsed.GetRequiredValue(which).Trim();
            var (revoked, problem) = await services.RunOnExistingAsync((scope, token) => RevokeAsync(scope, given, token), cancellationToken);
            if (revoked is null)
                return await FailAsync(parsed.InvocationConfiguration.Error, problem!);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(TokenTexts.Revoked(revoked.Name));
            return ExitCode.Done;
        });
        return command;
    }

    private sealed record Order(string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string> Plans, IReadOnlyList<string> Units, string? Expires);

    private static string[] ScopeNames { get; } = ["read", "report", "manage"];

    /// <returns>What the system shows, or why none was made.</returns>
    private static async Task<(string? Text, string? Problem)> AddAsync(IServiceProvider services, Order order, CancellationToken cancellationToken)
    {
        if (order.Name.Length is 0 or > LongestName || order.Name.Any(char.IsControl))
            return (null, TokenTexts.BadName(LongestName));
        DateTimeOffset? expiresAt = null;
        if (order.Expires is { } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
                return (null, TokenTexts.BadDay(day));
            expiresAt = CivilTime.Of(Plan.DefaultTimeZone).StartOf(read);
            if (expiresAt <= services.GetRequiredKeyedService<TimeProvider>("wall").GetUtcNow())
                return (null, TokenTexts.DayPassed(day));
        }
        if ((await services.GetRequiredService<ApiTokenRepository>().AllAsync(cancellationToken)).Any(token => token.RevokedAt is null && token.Name == order.Name))
            return (null, TokenTexts.NameTaken(order.Name));
        var (planIds, unitIds) = (new List<Guid>(), new List<Guid>());
        foreach (var plan in order.Plans)
        {
            var (found, problem) = await PlanArgument.FindAsync(services, plan, cancellationToken);
            if (found is null)
                return (null, problem);
            planIds.Add(found.Id);
        }
        foreach (var unit in order.Units)
        {
            if ((await services.GetRequiredService<IUnitRepository>().NamedAsync(unit, cancellationToken)) is not [var found])
                return (null, TokenTexts.WhichUnit(unit));
            unitIds.Add(found.Id);
        }
        var scopes = (order.Scopes.Count == 0 ? ["read"] : order.Scopes).Aggregate(ApiScopes.None, (sum, scope) => sum | Enum.Parse<ApiScopes>(scope, ignoreCase: true));
        var access = new ApiAccess(scopes, [.. planIds.Distinct()], [.. unitIds.Distinct()]);
        return ((await services.GetRequiredService<ApiTokens>().AddAsync(new(order.Name, access, expiresAt), null, Channel, cancellationToken)).Text, null);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var tokens = await services.GetRequiredService<ApiTokenRepository>().AllAsync(cancellationToken);
        var plans = (await services.GetRequiredService<IPlanRepository>().AllAsync(cancellationToken)).ToDictionary(plan => plan.Id, plan => plan.Title);
        var units = (await services.GetRequiredService<IUnitRepository>().AllAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.Name);
        var (now, zone) = (services.GetRequiredKeyedService<TimeProvider>("wall").GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Plan.DefaultTimeZone));
        return tokens.Count == 0 ? [TokenTexts.None]
            : [.. tokens.Select(token => TokenTexts.Line(token, [.. token.Access.PlanIds.Select(id => plans[id])], [.. token.Access.UnitIds.Select(id => units[id])], now, zone))];
    }

    private static async Task<(ApiToken? Token, string? Problem)> RevokeAsync(IServiceProvider services, string which, CancellationToken cancellationToken)
    {
        var good = (await services.GetRequiredService<ApiTokenRepository>().AllAsync(cancellationToken)).Where(token => token.RevokedAt is null);
        return good.Where(token => token.Name == which || token.Id.ToString() == which).ToList() is [var found] && await services.GetRequiredService<ApiTokens>().RevokeAsync(found, null, Channel, cancellationToken)
            ? (found, null) : (null, TokenTexts.NoSuchToken(which));
    }

    private static async Task<int> FailAsync(TextWriter error, string line)
    {
        await error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return ExitCode.BadInput;
    }
}
