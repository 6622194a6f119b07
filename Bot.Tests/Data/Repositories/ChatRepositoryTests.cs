using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class ChatRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private ChatRepository Chats => new(Database);

    [DatabaseFact]
    public async Task A_user_has_one_lasting_conversation()
    {
        var first = await Chats.OpenAsync("unit-1", "c1", None);
        var again = await Chats.OpenAsync("unit-1", "c2", None);

        Assert.Equal(new ChatConversation { Id = "c1", UserId = "unit-1", Greeted = false }, first);
        Assert.Equal(first, again);
        Assert.Equal(first, await Chats.FindAsync("c1", None));
        Assert.Null(await Chats.FindAsync("c2", None));
    }

    [DatabaseFact]
    public async Task The_bot_is_told_of_a_member_once()
    {
        await Chats.OpenAsync("unit-1", "c1", None);

        Assert.True(await Chats.MarkGreetedAsync("c1", None));
        Assert.False(await Chats.MarkGreetedAsync("c1", None));
        Assert.True((await Chats.FindAsync("c1", None))!.Greeted);
    }

    [DatabaseFact]
    public async Task What_was_said_is_read_in_order_from_a_watermark_on()
    {
        await Chats.OpenAsync("unit-1", "c1", None);
        await Chats.OpenAsync("unit-2", "c2", None);

        Assert.Equal(3, await Chats.AppendAsync("c1", [New("一"), New("二"), New("三")], None));
        Assert.Equal(1, await Chats.AppendAsync("c2", [New("别处")], None));
        Assert.Equal(4, await Chats.AppendAsync("c1", [New("四")], None));

        Assert.Equal(["一", "二", "三", "四"], await SaidAsync("c1", 0, 10));
        Assert.Equal(["三", "四"], await SaidAsync("c1", 2, 10));
        Assert.Equal(["三", "四"], await SaidAsync("c1", 0, 2)); // the newest
        Assert.Empty(await SaidAsync("c1", 4, 10));
        Assert.Equal([3L, 4L], (await Chats.ReadAsync("c1", 2, 10, None)).Select(activity => activity.Sequence));
    }

    [DatabaseFact]
    public async Task What_is_delivered_twice_is_written_once()
    {
        await Chats.OpenAsync("unit-1", "c1", None);
        var reminder = New("提醒");
        await Chats.AppendAsync("c1", [reminder], None);

        Assert.Equal(2, await Chats.AppendAsync("c1", [reminder, New("回复")], None));
        Assert.Equal(2, await Chats.AppendAsync("c1", [reminder], None));

        Assert.Equal(["提醒", "回复"], await SaidAsync("c1", 0, 10));
    }

    [DatabaseFact]
    public async Task Those_who_speak_at_once_get_numbers_without_a_gap()
    {
        await Chats.OpenAsync("unit-1", "c1", None);

        await Parallel.ForEachAsync(Enumerable.Range(1, 20), async (number, cancellation) => await Chats.AppendAsync("c1", [New($"甲{number}"), New($"乙{number}")], cancellation));

        var said = await Chats.ReadAsync("c1", 0, 100, None);
        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), said.Select(activity => activity.Sequence));
        Assert.All(said.Chunk(2), pair => Assert.Equal(pair[0].Activity[1..], pair[1].Activity[1..])); // what is appended together stays together
    }

    [DatabaseFact]
    public async Task Nothing_can_be_said_where_there_is_no_conversation() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Chats.AppendAsync("nowhere", [New("喂")], None));

    private static NewChatActivity New(string text) => new(Guid.CreateVersion7().ToString(), text);

    private async Task<IEnumerable<string>> SaidAsync(string conversation, long after, int take) =>
        (await Chats.ReadAsync(conversation, after, take, None)).Select(activity => activity.Activity);
}
