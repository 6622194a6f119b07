using PlanBot.Data.Migrations;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fakes.DingTalk;

namespace PlanBot.Tests.Doctor;

/// <summary>What may be wrong with DingTalk, each with its remedy; nothing is sent to anybody.</summary>
public sealed class DingTalkTroubleTests : IAsyncLifetime
{
    private FakeDingTalk dingTalk = null!;

    public async Task InitializeAsync() => dingTalk = await FakeDingTalk.StartAsync();

    public async Task DisposeAsync() => await dingTalk.DisposeAsync();

    [Fact]
    public async Task All_is_well_where_keys_and_permissions_are()
    {
        using var run = Run("Stream");

        var report = await run.ExamineAsync();

        Assert.Equal(["dingtalk-settings", "dingtalk-token", "dingtalk-stream", "dingtalk-permissions", "dingtalk-mobile-unknown"], Reasons(report));
        Assert.DoesNotContain(FakeDingTalk.AppSecret, report.Chinese + report.English, StringComparison.Ordinal);
        Assert.DoesNotContain(dingTalk.Calls, call => call.Path.EndsWith("batchSend", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_keys_it_is_off()
    {
        using var run = new DoctorRun();

        Assert.Equal(["dingtalk-off"], Reasons(await run.ExamineAsync()));
    }

    [Theory]
    [InlineData("AppSecret")]
    [InlineData("RobotCode")]
    public async Task A_missing_key_is_named(string key)
    {
        using var run = Run("Http").With(($"Channels:DingTalk:{key}", ""));

        var report = await run.ExamineAsync();

        Assert.Equal(["dingtalk-key"], Reasons(report));
        Assert.Contains($"Channels:DingTalk:{key}", report.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_with_where_to_find_the_right_one()
    {
        using var run = Run("Http").With(("Channels:DingTalk:AppSecret", "wrong"));

        var report = await run.ExamineAsync();

        Assert.Equal(["dingtalk-settings", "dingtalk-secret-wrong"], Reasons(report));
        Assert.Contains("凭证与基础信息", report.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qyapi_robot_sendmsg")]
    [InlineData("qyapi_get_member")]
    [InlineData("qyapi_get_member_by_mobile")]
    [InlineData("Card.Instance.Write")]
    [InlineData("Todo.Todo.Write")]
    [InlineData("Premium.Ding.Write")]
    public async Task Each_missing_permission_is_named(string scope)
    {
        using var run = Run("Stream").With(
            ("Channels:DingTalk:CardTemplateId", "template.schema"), ("Channels:DingTalk:Todo", "true"), ("Channels:DingTalk:TodoUrl", "https://planbot.example.gov.cn/chat"), ("Channels:DingTalk:DingStep", "due+3"));
        dingTalk.Api.Missing[scope] = true;

        var report = await run.ExamineAsync();

        Assert.Contains("dingtalk-permission", Reasons(report));
        Assert.Contains($"缺少权限 {scope}", report.Chinese, StringComparison.Ordinal);
        Assert.Contains($"the permission {scope} is missing", report.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "dingtalk-mobile")]
    [InlineData(true, "dingtalk-permission")]
    public async Task Whether_mobile_numbers_may_be_read_is_seen_from_somebody_who_is_known(bool isMissing, string reason)
    {
        using var run = Run("Stream");
        var ledgers = Ledgers.Small();
        using (var database = new SqliteDatabase($"Data Source={run.Folder.File("planbot.db")}"))
        {
            await new Migrator(database, new StoppedClock(Ledgers.At("2020-03-01 08:00"))).RunAsync(CancellationToken.None);
            await ledgers.StoreAsync(database);
            await new ContactListRepository(database).ListAsync(new("dingtalk", "gone", ledgers.ContactOf(1).Id), CancellationToken.None);
            await new ContactListRepository(database).ListAsync(new("dingtalk", "staff-1", ledgers.ContactOf(2).Id), CancellationToken.None);
        }
        dingTalk.Api.Add("staff-1", "张敏", "13800000001");
        if (isMissing)
            dingTalk.Api.Missing["fieldMobile"] = true;

        var report = await run.ExamineAsync();

        Assert.Equal((isMissing ? "warning" : "ok", reason), report.Of("dingtalk-mobile"));
        Assert.Contains("fieldMobile", report.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000001", report.Chinese + report.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_answers_it_says_so()
    {
        using var run = Run("Http").With(("Channels:DingTalk:ApiUrl", "http://127.0.0.1:1"));

        Assert.Equal(["dingtalk-settings", "no-connection"], Reasons(await run.ExamineAsync()));
    }

    private DoctorRun Run(string mode) => new DoctorRun().With([.. dingTalk.Settings(mode).Select(setting => (setting.Key, (string?)setting.Value))]);

    private static IEnumerable<string> Reasons(DoctorReport report) => report.Findings.Where(found => found.Check.StartsWith("dingtalk", StringComparison.Ordinal)).Select(found => found.Reason);
}
