using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Tests.Domain;

public sealed class TaskLinkingTests
{
    private static readonly IReadOnlyList<PlanTask> City =
    [
        Task(1, "建设智慧校园二十所，组织教师培训四期。"), Task(2, "推进医疗机构电子病历共享，实现检查结果互认。"), Task(3, "改造老旧小区三百个，加装电梯五百部。"), Task(4, "改造老旧小区管网三百公里。"),
    ];

    /// <summary>The number of the task above, 0 where none is proposed; ? where it is not clear.</summary>
    [Theory]
    [InlineData("建设智慧校园三所，组织教师培训两期。", "1")]
    [InlineData("建设智慧校园二十所。我区年内完成三所，配齐设备，开展教师轮训。", "1?")] // its opening words
    [InlineData("推进医疗机构电子病历共享。", "2")]
    [InlineData("改造老旧小区十二个，加装电梯二十部。", "3")]
    [InlineData("举办农民丰收节。", "0")]
    [InlineData("改造老旧小区。", "3?4?")] // either
    public void A_task_is_proposed_to_carry_out_the_most_similar_one_above(string text, string expected)
    {
        var proposed = TaskLinking.Propose([Task(1, text)], City);

        if (expected == "0")
            Assert.Empty(proposed);
        else if (expected.Length > 2)
            Assert.False(Assert.Single(proposed).IsClear);
        else
            Assert.Equal((expected[0] - '0', true), (Assert.Single(proposed).Parent.Ordinal, proposed[0].IsClear || expected.Length > 1));
    }

    private static PlanTask Task(int ordinal, string text) => new() { Id = Guid.CreateVersion7(), PlanId = Guid.Empty, Ordinal = ordinal, Number = $"{ordinal}", Text = text, Line = ordinal };
}
