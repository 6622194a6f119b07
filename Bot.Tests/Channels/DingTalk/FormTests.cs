using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using PlanBot.Channels.DingTalk;
using PlanBot.Dialogs;
using PlanBot.Texts;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>The form that DingTalk shows of what the bot says.</summary>
public sealed class FormTests
{
    [Theory]
    [InlineData("一行", "一行")]
    [InlineData("一行\n二行", "一行  \n  二行")]
    [InlineData("一段\n\n二段", "一段\n\n二段")]
    [InlineData("*重点*、_下划线_、`码`", @"\*重点\*、\_下划线\_、\`码\`")]
    [InlineData("[点我](dtmd://dingtalkclient/sendMessage?content=x)", "\\[点我\\](dtmd\u200b://dingtalkclient/sendMessage?content=x)")]
    [InlineData("# 不是标题", @"\# 不是标题")]
    [InlineData("> 不是引用", @"\> 不是引用")]
    [InlineData("<font color=red>红</font>", @"\<font color=red>红\</font>")]
    [InlineData("DingTalk : 见附件", "DingTalk\u200b: 见附件")]
    public void What_people_wrote_never_becomes_markup(string text, string markdown) => Assert.Equal(markdown, DingTalkMarkdown.Of(text));

    [Fact]
    public void A_text_without_buttons_is_plain()
    {
        var reply = Assert.Single(RobotForm.Of(ReplyActivity.Of(new Reply("第一行\n*第二行*")), isGroup: false));

        Assert.Equal(new RobotReply.Words("第一行\n*第二行*"), reply);
    }

    [Theory]
    [InlineData(1, "sampleActionCard", "singleTitle", "singleURL")]
    [InlineData(2, "sampleActionCard2", "actionTitle2", "actionURL2")]
    [InlineData(5, "sampleActionCard5", "actionTitle5", "actionURL5")]
    public void Up_to_five_buttons_are_a_card(int count, string key, string title, string url)
    {
        var reply = Assert.Single(RobotForm.Of(ReplyActivity.Of(WithButtons(count)), isGroup: false));

        var (found, param) = reply.ForApi();
        var card = Newtonsoft.Json.Linq.JObject.Parse(param);
        Assert.Equal(key, found);
        Assert.Equal($"按钮{count}", (string?)card[title]);
        Assert.Equal($"dtmd://dingtalkclient/sendMessage?content={Uri.EscapeDataString($"说 {count}")}", (string?)card[url]);
        Assert.Contains("%20", (string?)card[url], StringComparison.Ordinal);
        Assert.Equal("actionCard", (string?)reply.ForWebhook()!["msgtype"]);
    }

    [Fact]
    public void Six_buttons_are_links()
    {
        var (key, param) = Assert.Single(RobotForm.Of(ReplyActivity.Of(WithButtons(6)), isGroup: false)).ForApi();

        Assert.Equal("sampleMarkdown", key);
        Assert.Contains("- [按钮6](dtmd://dingtalkclient/sendMessage?content=", param, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_group_there_are_no_buttons() =>
        Assert.Equal(new RobotReply.Words("正文"), Assert.Single(RobotForm.Of(ReplyActivity.Of(WithButtons(3)), isGroup: true)));

    [Theory]
    [InlineData("。")]
    [InlineData("\n")]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("\\*[")]
    public void A_long_text_is_cut_within_the_limits_and_loses_nothing(string end)
    {
        var text = string.Concat(Enumerable.Range(0, 900).Select(at => $"第{at}句说的是进展情况{end}"));

        var replies = RobotForm.Of(ReplyActivity.Of(new Reply(text) { Buttons = WithButtons(5).Buttons }), isGroup: false);

        Assert.All(replies, reply => Assert.True(Encoding.UTF8.GetByteCount(reply.ForApi().Param) < 15_000));
        Assert.All(replies, reply => Assert.True(Encoding.UTF8.GetByteCount(reply.ForWebhook()!.ToString(Newtonsoft.Json.Formatting.None)) < 20_000));
        Assert.Equal(5, Assert.IsType<RobotReply.Card>(replies[^1]).Buttons.Count);
        var words = replies.Take(replies.Count - 1).Cast<RobotReply.Words>().Select(reply => reply.Text).ToList();
        Assert.StartsWith(string.Concat(words).Replace("\n", "", StringComparison.Ordinal), text.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(words, piece => Assert.False(char.IsHighSurrogate(piece[^1])));
        if (end == "。")
            Assert.All(words, piece => Assert.EndsWith("。", piece, StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_of_another_channel_says_how_to_do_without()
    {
        var replies = RobotForm.Of(ReplyActivity.Of(new Reply("请填写") { Form = """{"type":"AdaptiveCard"}""" }), isGroup: false);

        Assert.Contains("发我一份Word表", Assert.IsType<RobotReply.Words>(Assert.Single(replies)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_without_words_is_still_one() =>
        Assert.Single(RobotForm.Of((Activity)MessageFactory.Text(""), isGroup: false));

    private static Reply WithButtons(int count) => new("正文") { Buttons = [.. Enumerable.Range(1, count).Select(at => new ReplyButton($"按钮{at}", $"说 {at}"))] };
}
