using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

public sealed class ContactTests
{
    [Theory]
    [InlineData("(联系人:县商务局市场科 某甲\n联系电话:00000000\n传 真:00000001\n邮 箱:swj@example.invalid)", "县商务局市场科", "某甲", "00000000", "00000001", "swj@example.invalid")]
    [InlineData("（联系人：某甲、某乙，联系电话：0000-0000000，电子邮箱：a_b@example.invalid）", null, "某甲、某乙", "0000-0000000", null, "a_b@example.invalid")]
    [InlineData("联系人：某甲；电话：0000-0000000,00000000；邮箱：a@example.invalid。", null, "某甲", "0000-0000000,00000000", null, "a@example.invalid")]
    [InlineData("联系单位：县商务局市场科；联系人：某甲；电话：00000000、00000001。", "县商务局市场科", "某甲", "00000000、00000001", null, null)]
    [InlineData("（联系人：县商务局市场科\n值班电话：00000000）", "县商务局市场科", null, "00000000", null, null)]
    [InlineData("联 系 人：县政府办督查科某某甲", "县政府办督查科", "某某甲", null, null, null)]
    [InlineData("聯系人：某 甲\n聯系電話：00000000", null, "某 甲", "00000000", null, null)] // a mirror, and a name spaced out
    public void The_contact_is_read_as_printed(string lines, string? office, string? person, string? phone, string? fax, string? email) =>
        Assert.Equal(new NoticeContact(office, person, phone, fax, email), Reading.WithBody(lines).Plan.Contact);

    [Theory]
    [InlineData("联系电话00000000，邮箱a1@example.invalid。", null, "00000000", "a1@example.invalid")] // no colons
    [InlineData("联系人：某甲 0000-0000000", "某甲", "0000-0000000", null)]
    [InlineData("联系人及电话：某甲，13000000000", "某甲", "13000000000", null)]
    [InlineData("联系人：某甲（00000000）", "某甲", "00000000", null)]
    [InlineData("联系方式：0000-0000000", null, "0000-0000000", null)]
    public void A_number_is_known_by_its_digits(string line, string? person, string phone, string? email) =>
        Assert.Equal(new NoticeContact(null, person, phone, null, email), Reading.WithBody(line).Plan.Contact);

    [Theory]
    [InlineData("公开方式：主动公开")]
    [InlineData("联系电话：见附件")]
    [InlineData("邮箱：县政府协同办公平台")]
    [InlineData("支付方式：转账")]
    [InlineData("主办：云河县人民政府 联系电话：00000000")] // the foot of the page
    [InlineData("解读机构：县商务局 咨询电话：00000000")]
    public void Other_keys_are_no_contact(string line) => Assert.Null(Reading.WithBody(line).Plan.Contact);

    [Fact]
    public void A_long_text_behind_a_key_is_no_name_and_takes_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Null(Reading.WithBody("联系人：" + string.Concat(Enumerable.Repeat("某 局 ", 100_000))).Plan.Contact);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void A_second_contact_is_remarked()
    {
        var notice = Reading.WithBody("联系人：某甲，联系电话：00000000\n联系人：某乙，联系电话：00000001");

        Assert.Equal(new NoticeContact(null, "某甲", "00000000", null, null), notice.Plan.Contact);
        Assert.Contains((5, NoticeIssue.SecondContact), Reading.Remarks(notice));
    }

    [Fact]
    public void A_contact_column_of_a_table_is_no_contact() =>
        Assert.Null(Reading.WithBody("序号 | 工作任务 | 责任单位 | 联系人 |\n1 | 建成口袋公园。 | 县园林中心 | 某甲 |").Plan.Contact);
}
