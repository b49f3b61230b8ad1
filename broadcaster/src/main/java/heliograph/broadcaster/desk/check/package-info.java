/** Whether viewers can be reached, question by question: the Internet, STUN, the kind of NAT, TURN, ports, the firewall, the uplink. */
@NullMarked
package heliograph.broadcaster.desk.check;

import org.jspecify.annotations.NullMarked;
