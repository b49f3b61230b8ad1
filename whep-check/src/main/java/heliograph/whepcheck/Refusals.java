package heliograph.whepcheck;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that a server refused, and whether it said why in the right form (RFC 9457). Lives on the thread that checks. */
final class Refusals {
    private final Map<Integer, List<Reply>> byStatus = new TreeMap<>();

    /** A reply; it counts where it is a refusal that could have said something. */
    void add(String method, Reply reply) {
        if (reply.status() >= 400 && !method.equals("HEAD")) {
            byStatus.computeIfAbsent(reply.status(), status -> new ArrayList<>())
                    .add(reply);
        }
    }

    /** A clause for each status that there was. */
    void tell(Report report) {
        byStatus.forEach((status, replies) -> {
            String clause = "The problem details of each " + status + " are whole";
            List<Reply> described = replies.stream()
                    .filter(reply -> reply.isOfType(Reply.PROBLEM))
                    .toList();
            if (described.isEmpty()) {
                report.skip("WHEP 4.1", clause, "there are none, which is allowed");
                return;
            }
            long whole = described.stream().filter(Refusals::isWhole).count();
            report.expect(
                    "WHEP 4.1, RFC 9457",
                    clause,
                    whole == described.size(),
                    whole + " of " + described.size() + ", and " + (replies.size() - described.size()) + " without");
        });
    }

    /** RFC 9457, section 3.1: all members are optional; one that is there has its type, and the status is the reply's. */
    private static boolean isWhole(Reply reply) {
        return reply.problem()
                .filter(problem -> problem.entrySet().stream().allMatch(member -> isRight(member, reply.status())))
                .isPresent();
    }

    private static boolean isRight(Map.Entry<String, JsonElement> member, int status) {
        return switch (member.getKey()) {
            case "status" -> member.getValue().toString().equals(String.valueOf(status));
            case "type", "title", "detail", "instance" ->
                Optional.of(member.getValue())
                        .filter(JsonElement::isJsonPrimitive)
                        .filter(value -> value.getAsJsonPrimitive().isString())
                        .isPresent();
            default -> true;
        };
    }
}
